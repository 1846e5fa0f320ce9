# What orders may take, and how many calls may fail. Of the functions' own metrics: their names and
# labels are those of tests/metrics.json, which the code writes.

locals {
  # Each installation has metrics of its own.
  namespace = "primegate/${var.environment}"

  # What came of a call that was made; one that our own rate did not allow is none.
  call_outcomes = ["ANSWERED", "REFUSED", "UNAUTHORIZED", "THROTTLED", "UNEXPECTED", "SERVER_ERROR", "UNSENT", "BROKEN"]

  horizons = merge(
    { for broker in keys(local.brokers) : "broker-${broker}" => {
      metric = "order_total_ms", dimensions = { broker = broker }, ms = lookup(var.objectives.brokers, broker, var.objectives.horizon_ms)
    } },
    { for desk, ms in var.objectives.desks : "desk-${desk}" => {
      metric = "desk_order_ms", dimensions = { desk = desk }, ms = ms
    } },
  )
}

resource "aws_cloudwatch_metric_alarm" "horizon" {
  for_each            = local.horizons
  alarm_name          = "${local.name}-horizon-${each.key}"
  alarm_description   = "For five minutes more than 5 of 100 orders took longer than ${each.value.ms} ms."
  namespace           = local.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  extended_statistic  = "p95"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  threshold           = each.value.ms
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alerts.topics
  ok_actions          = var.alerts.topics
}

# The error budget: of a thousand calls to a broker, fewer than one may fail for want of us. What a
# broker refuses for business is its answer, and no error.
resource "aws_cloudwatch_metric_alarm" "error_budget" {
  for_each            = local.brokers
  alarm_name          = "${local.name}-error-budget-${each.key}"
  alarm_description   = "Within an hour at least one in a thousand calls to ${each.key} failed."
  evaluation_periods  = 1
  threshold           = 0.001
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alerts.topics
  ok_actions          = var.alerts.topics

  metric_query {
    id          = "rate"
    label       = "errors in each call"
    expression  = "errors / SUM([${join(", ", [for outcome in local.call_outcomes : lower(outcome)])}])"
    return_data = true
  }

  metric_query {
    id = "errors"
    metric {
      namespace   = local.namespace
      metric_name = "broker_errors"
      dimensions  = { broker = each.key }
      period      = 3600
      stat        = "Sum"
    }
  }

  dynamic "metric_query" {
    for_each = local.call_outcomes
    content {
      id = lower(metric_query.value)
      metric {
        namespace   = local.namespace
        metric_name = "broker_calls"
        dimensions  = { broker = each.key, outcome = metric_query.value }
        period      = 3600
        stat        = "Sum"
      }
    }
  }
}
