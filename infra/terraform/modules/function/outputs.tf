output "name" {
  description = "The function's name."
  value       = aws_lambda_function.this.function_name
}

output "role" {
  description = "The role it runs as."
  value       = aws_iam_role.this.name
}

output "arn" {
  description = "Whom to call: its alias."
  value       = aws_lambda_alias.live.arn
}

output "invoke_arn" {
  description = "Whom API Gateway calls: its alias."
  value       = aws_lambda_alias.live.invoke_arn
}

output "alias" {
  description = "The alias's name, for a permission to call it."
  value       = aws_lambda_alias.live.name
}

output "version" {
  description = "The newest version, that calls may not have been moved to yet."
  value       = aws_lambda_function.this.version
}

output "settings" {
  description = "Its environment."
  value       = var.settings
}

output "policy" {
  description = "What it may do, as JSON."
  value       = aws_iam_role_policy.this.policy
}

output "alarms" {
  description = "The names of the alarms about it."
  value = [
    aws_cloudwatch_metric_alarm.errors.alarm_name,
    aws_cloudwatch_metric_alarm.throttles.alarm_name,
    aws_cloudwatch_metric_alarm.slow.alarm_name,
  ]
}

output "subnets" {
  description = "The subnets it runs in; none if it stands in no network."
  value       = toset(flatten(aws_lambda_function.this.vpc_config[*].subnet_ids))
}

output "log_group" {
  description = "Where it logs."
  value       = aws_cloudwatch_log_group.this.name
}
