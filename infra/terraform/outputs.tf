output "api" {
  description = "The doors: where callers with an IAM identity, callers with a token, and senders of webhooks go."
  value = {
    for door in keys(local.doors) : door => try(
      "https://${var.api.domains[door].name}",
      "https://${aws_cloudfront_distribution.this[door].domain_name}",
      aws_apigatewayv2_api.this[door].api_endpoint,
    )
  }
}

output "addresses" {
  description = "The addresses brokers are called from, for them to allow; none without a network."
  value       = sort([for address in aws_eip.nat : address.public_ip])
}

output "hosts" {
  description = "The hosts that functions can resolve, if they stand in a network of their own."
  value       = local.hosts
}

output "table" {
  description = "The one table."
  value       = aws_dynamodb_table.this.name
}

output "functions" {
  description = "What is deployed, and the newest version of each; infra/terraform/release.py moves calls to it."
  value = {
    for name, function in module.function : name => {
      name        = function.name
      alias       = function.alias
      version     = function.version
      application = aws_codedeploy_app.this.name
    }
  }
}

output "secrets_to_fill" {
  description = "Secrets that were made empty; primegate works once each has its value."
  value = sort(concat(
    [for secret in aws_secretsmanager_secret.broker : secret.name],
    [for secret in aws_secretsmanager_secret.webhook : secret.name],
    aws_secretsmanager_secret.pagerduty[*].name,
    aws_secretsmanager_secret.slack[*].name,
  ))
}

output "dashboard" {
  description = "The page of CloudWatch that shows it all."
  value       = "https://${data.aws_region.this.name}.console.aws.amazon.com/cloudwatch/home?region=${data.aws_region.this.name}#dashboards:name=${aws_cloudwatch_dashboard.this.dashboard_name}"
}
