# A web firewall before the webhooks. An HTTP API takes none itself, so CloudFront stands before it.
# It spares us floods and known attacks; who a sender is, his signature alone decides.

locals {
  walls = var.api.waf && contains(keys(local.doors), "webhooks") ? { webhooks = local.doors.webhooks } : {}

  # AWS's sets: what known exploits look like, and addresses that are known for abuse.
  rule_sets = ["AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAmazonIpReputationList"]
}

resource "aws_wafv2_web_acl" "this" {
  for_each = local.walls
  provider = aws.us_east_1
  name     = "${local.name}-${each.key}"
  scope    = "CLOUDFRONT"

  default_action {
    allow {}
  }

  rule {
    name     = "not-too-many-from-one-address"
    priority = 0
    action {
      block {}
    }
    statement {
      rate_based_statement {
        limit              = 2000
        aggregate_key_type = "IP"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "rate"
      sampled_requests_enabled   = true
    }
  }

  dynamic "rule" {
    for_each = { for i, set in local.rule_sets : set => i + 1 }
    content {
      name     = rule.key
      priority = rule.value
      override_action {
        none {}
      }
      statement {
        managed_rule_group_statement {
          name        = rule.key
          vendor_name = "AWS"
        }
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.key
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "${local.name}-${each.key}"
    sampled_requests_enabled   = true
  }
}

resource "aws_cloudfront_distribution" "this" {
  for_each     = local.walls
  comment      = "${local.name}: webhooks"
  enabled      = true
  http_version = "http2and3"
  web_acl_id   = aws_wafv2_web_acl.this[each.key].arn
  aliases      = [for domain in [lookup(var.api.domains, each.key, null)] : domain.name if domain != null]

  origin {
    origin_id   = "api"
    domain_name = trimprefix(aws_apigatewayv2_api.this[each.key].api_endpoint, "https://")
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  # Nothing is kept, and every header but Host goes on: the signatures are in them.
  default_cache_behavior {
    target_origin_id         = "api"
    viewer_protocol_policy   = "https-only"
    allowed_methods          = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    cached_methods           = ["GET", "HEAD"]
    cache_policy_id          = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    origin_request_policy_id = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = !contains(keys(var.api.domains), each.key)
    acm_certificate_arn            = try(var.api.domains[each.key].certificate, null)
    ssl_support_method             = contains(keys(var.api.domains), each.key) ? "sni-only" : null
    minimum_protocol_version       = contains(keys(var.api.domains), each.key) ? "TLSv1.2_2021" : null
  }
}
