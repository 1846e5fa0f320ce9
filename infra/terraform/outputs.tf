output "api" {
  description = "Where the OMS sends orders, signed with AWS Signature v4."
  value       = "${aws_apigatewayv2_api.this.api_endpoint}/v1/orders"
}

output "table" {
  description = "The one table."
  value       = aws_dynamodb_table.this.name
}

output "secrets_to_fill" {
  description = "Secrets that were made empty; primegate works once each has its value."
  value = sort(concat(
    [for secret in aws_secretsmanager_secret.broker : secret.name],
    [for secret in aws_secretsmanager_secret.webhook : secret.name],
    [aws_secretsmanager_secret.pagerduty.name],
    aws_secretsmanager_secret.slack[*].name,
  ))
}
