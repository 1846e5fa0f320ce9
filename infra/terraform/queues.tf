# What could not be taken waits here, and an alarm says so.

locals {
  dead = {
    undelivered-alerts = "An alert could be told to nobody."
    failed-runs        = "A run that nobody waits for failed, or found no place for a minute."
  }
}

resource "aws_sqs_queue" "dead" {
  for_each                  = local.dead
  name                      = "${local.name}-${each.key}"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

# Whatever lies there keeps the alarm on until somebody has read it.
resource "aws_cloudwatch_metric_alarm" "dead" {
  for_each            = local.dead
  alarm_name          = "${local.name}-${each.key}"
  alarm_description   = each.value
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead[each.key].name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alerts.topics
  ok_actions          = var.alerts.topics
}

resource "aws_sqs_queue_policy" "failed_runs" {
  count     = length(aws_cloudwatch_event_rule.statements)
  queue_url = aws_sqs_queue.dead["failed-runs"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sqs:SendMessage"]
      Principal = { Service = "events.amazonaws.com" }
      Resource  = [aws_sqs_queue.dead["failed-runs"].arn]
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.statements[count.index].arn } }
    }]
  })
}

resource "aws_sqs_queue_policy" "undelivered" {
  queue_url = aws_sqs_queue.dead["undelivered-alerts"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sqs:SendMessage"]
      Principal = { Service = "events.amazonaws.com" }
      Resource  = [aws_sqs_queue.dead["undelivered-alerts"].arn]
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.alarms.arn } }
    }]
  })
}
