# Names of our own for the doors; with a truststore, whoever comes must show a certificate.

locals {
  # With a web firewall the webhooks' name is CloudFront's: see waf.tf.
  domains = {
    for door, domain in var.api.domains : door => domain
    if contains(keys(local.doors), door) && !(door == "webhooks" && var.api.waf)
  }
}

resource "aws_apigatewayv2_domain_name" "this" {
  for_each    = local.domains
  domain_name = each.value.name

  domain_name_configuration {
    certificate_arn = each.value.certificate
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }

  dynamic "mutual_tls_authentication" {
    for_each = each.value.truststore[*]
    content {
      truststore_uri = mutual_tls_authentication.value
    }
  }
}

resource "aws_apigatewayv2_api_mapping" "this" {
  for_each    = local.domains
  api_id      = aws_apigatewayv2_api.this[each.key].id
  domain_name = aws_apigatewayv2_domain_name.this[each.key].id
  stage       = aws_apigatewayv2_stage.this[each.key].id
}
