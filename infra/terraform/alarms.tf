# Trouble with primegate itself. What is about one function alone is in modules/function.

locals {
  # CloudWatch counts failures of the table for each operation alone.
  operations = ["BatchGetItem", "DeleteItem", "GetItem", "PutItem", "Query", "TransactWriteItems", "UpdateItem"]

  alarms = merge({
    alerts-late = {
      says      = "Alerts wait for more than a minute."
      namespace = "AWS/Lambda", metric = "IteratorAge", dimensions = { FunctionName = module.function["alert-router"].name }
      statistic = "Maximum", above = 60000, minutes = 2
    }
    critical-told-late = {
      says      = "A critical alert took more than a minute to be told to PagerDuty."
      namespace = local.namespace, metric = "alert_told_ms", dimensions = { channel = "pagerduty", severity = "critical" }
      statistic = "Maximum", above = 60000, minutes = 1
    }
    table-read-throttles = {
      says      = "The table turns readers away."
      namespace = "AWS/DynamoDB", metric = "ReadThrottleEvents", dimensions = { TableName = aws_dynamodb_table.this.name }
      statistic = "Sum", above = 0, minutes = 2
    }
    table-write-throttles = {
      says      = "The table turns writers away."
      namespace = "AWS/DynamoDB", metric = "WriteThrottleEvents", dimensions = { TableName = aws_dynamodb_table.this.name }
      statistic = "Sum", above = 0, minutes = 2
    }
    },
    { for operation in local.operations : "table-errors-${operation}" => {
      says      = "The table fails at ${operation}."
      namespace = "AWS/DynamoDB", metric = "SystemErrors", dimensions = { TableName = aws_dynamodb_table.this.name, Operation = operation }
      statistic = "Sum", above = 0, minutes = 2
    } },
  )

  # Alarms about the way of alerts go to the topics alone, or the router would have to tell of its own failure.
  own_alarms = concat(
    [
      aws_cloudwatch_metric_alarm.dead["undelivered-alerts"].alarm_name,
      aws_cloudwatch_metric_alarm.this["alerts-late"].alarm_name,
      aws_cloudwatch_metric_alarm.stopped["alert-router"].alarm_name,
    ],
    module.function["alert-router"].alarms,
  )
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${local.name}-${each.key}"
  alarm_description   = each.value.says
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  period              = 60
  evaluation_periods  = each.value.minutes
  threshold           = each.value.above
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alerts.topics
  ok_actions          = var.alerts.topics
}

# What runs each minute and did not for five is as bad as what fails.
resource "aws_cloudwatch_metric_alarm" "stopped" {
  for_each            = toset([for schedule in values(local.schedules) : schedule.function])
  alarm_name          = "${local.name}-${each.key}-stopped"
  alarm_description   = "The schedule's runs do not come."
  namespace           = "AWS/Lambda"
  metric_name         = "Invocations"
  dimensions          = { FunctionName = module.function[each.key].name }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  threshold           = 1
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = var.alerts.topics
  ok_actions          = var.alerts.topics
}

resource "aws_cloudwatch_metric_alarm" "api_errors" {
  for_each            = local.doors
  alarm_name          = "${local.name}-api-${each.key}-errors"
  alarm_description   = "The API answers 5xx."
  namespace           = "AWS/ApiGateway"
  metric_name         = "5xx"
  dimensions          = { ApiId = aws_apigatewayv2_api.this[each.key].id }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alerts.topics
  ok_actions          = var.alerts.topics
}

# Alarms come to the router as alerts.

resource "aws_cloudwatch_event_rule" "alarms" {
  name        = "${local.name}-alarms"
  description = "Alarms of this installation to alert-router."

  event_pattern = jsonencode({
    source      = ["aws.cloudwatch"]
    detail-type = ["CloudWatch Alarm State Change"]
    resources   = [{ prefix = "${local.alarm_arn}${local.name}-" }]
    detail      = { alarmName = [{ anything-but = local.own_alarms }] }
  })
}

resource "aws_cloudwatch_event_target" "alarms" {
  rule = aws_cloudwatch_event_rule.alarms.name
  arn  = module.function["alert-router"].arn

  dead_letter_config {
    arn = aws_sqs_queue.dead["undelivered-alerts"].arn
  }
}

resource "aws_lambda_permission" "alarms" {
  action        = "lambda:InvokeFunction"
  function_name = module.function["alert-router"].name
  qualifier     = module.function["alert-router"].alias
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.alarms.arn
}
