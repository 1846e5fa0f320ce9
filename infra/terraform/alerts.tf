# Alerts leave the table by its stream; what cannot be told goes to a queue that alarms.

resource "aws_lambda_event_source_mapping" "alerts" {
  event_source_arn                   = aws_dynamodb_table.this.stream_arn
  function_name                      = aws_lambda_function.this["alert-router"].arn
  starting_position                  = "TRIM_HORIZON"
  batch_size                         = 25
  bisect_batch_on_function_error     = true
  maximum_retry_attempts             = 10
  function_response_types            = ["ReportBatchItemFailures"]
  maximum_batching_window_in_seconds = 0

  filter_criteria {
    filter {
      pattern = jsonencode({
        eventName = ["INSERT"]
        dynamodb  = { NewImage = { type = { S = ["ALERT"] } } }
      })
    }
  }

  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.undelivered.arn
    }
  }
}

resource "aws_sqs_queue" "undelivered" {
  name                      = "${local.name}-undelivered-alerts"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

resource "aws_cloudwatch_metric_alarm" "undelivered" {
  alarm_name          = "${local.name}-undelivered-alerts"
  alarm_description   = "An alert could be told to nobody."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.undelivered.name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topics
}

resource "aws_cloudwatch_metric_alarm" "late" {
  alarm_name          = "${local.name}-alerts-late"
  alarm_description   = "Alerts wait for more than a minute."
  namespace           = "AWS/Lambda"
  metric_name         = "IteratorAge"
  dimensions          = { FunctionName = aws_lambda_function.this["alert-router"].function_name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 2
  threshold           = 60000
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topics
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  for_each            = local.functions
  alarm_name          = "${local.name}-${each.key}-errors"
  alarm_description   = "The function fails or times out."
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = aws_lambda_function.this[each.key].function_name }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topics
}

# Alarms come to the router as alerts. Those about the router itself do not: they go to the topics alone,
# or it would have to tell of its own failure.
locals {
  own_alarms = [
    aws_cloudwatch_metric_alarm.undelivered.alarm_name,
    aws_cloudwatch_metric_alarm.late.alarm_name,
    aws_cloudwatch_metric_alarm.errors["alert-router"].alarm_name,
  ]
}

resource "aws_cloudwatch_event_rule" "alarms" {
  name        = "${local.name}-alarms"
  description = "Alarms of this installation to alert-router."

  event_pattern = jsonencode({
    source      = ["aws.cloudwatch"]
    detail-type = ["CloudWatch Alarm State Change"]
    resources   = [{ prefix = "arn:aws:cloudwatch:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:alarm:${local.name}-" }]
    detail      = { alarmName = [{ anything-but = local.own_alarms }] }
  })
}

resource "aws_cloudwatch_event_target" "alarms" {
  rule = aws_cloudwatch_event_rule.alarms.name
  arn  = aws_lambda_function.this["alert-router"].arn

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

# An alarm that could not be taken comes again, and then waits in the queue.
resource "aws_lambda_function_event_invoke_config" "alarms" {
  function_name          = aws_lambda_function.this["alert-router"].function_name
  maximum_retry_attempts = 2

  destination_config {
    on_failure {
      destination = aws_sqs_queue.undelivered.arn
    }
  }
}

resource "aws_sqs_queue_policy" "undelivered" {
  queue_url = aws_sqs_queue.undelivered.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sqs:SendMessage"]
      Principal = { Service = "events.amazonaws.com" }
      Resource  = aws_sqs_queue.undelivered.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.alarms.arn } }
    }]
  })
}

resource "aws_lambda_permission" "alarms" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this["alert-router"].function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.alarms.arn
}
