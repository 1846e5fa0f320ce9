# One page: how fast, how often, how many failed; by door, by function, by broker.

locals {
  # Lines that functions write, counted: what is sent to each broker, and what became doubtful.
  # The words are those of SendOrder; a test holds them against it.
  broker_lines = merge([
    for broker in keys(local.brokers) : {
      "${broker}-orders"  = { function = "order-submit", pattern = "\"broker=${broker} event=sent\"" }
      "${broker}-unknown" = { function = "order-submit", pattern = "\"broker=${broker} event=sent outcome=Unknown\"" }
    }
  ]...)

  percentiles = ["p50", "p95", "p99"]

  widgets = concat(
    [for door in keys(local.doors) : {
      title = "door ${door}: latency"
      metrics = [for p in local.percentiles :
        ["AWS/ApiGateway", "Latency", "ApiId", aws_apigatewayv2_api.this[door].id, { stat = p, label = p }]
      ]
    }],
    [for door in keys(local.doors) : {
      title = "door ${door}: requests, and those answered with an error"
      metrics = [for metric in ["Count", "4xx", "5xx"] :
        ["AWS/ApiGateway", metric, "ApiId", aws_apigatewayv2_api.this[door].id, { stat = "Sum" }]
      ]
    }],
    [for name in keys(local.functions) : {
      title = "${name}: duration"
      metrics = [for p in local.percentiles :
        ["AWS/Lambda", "Duration", "FunctionName", module.function[name].name, { stat = p, label = p }]
      ]
    }],
    [for name in keys(local.functions) : {
      title = "${name}: calls, and those that failed"
      metrics = [for metric in ["Invocations", "Errors", "Throttles"] :
        ["AWS/Lambda", metric, "FunctionName", module.function[name].name, { stat = "Sum" }]
      ]
    }],
    [for broker in keys(local.brokers) : {
      title   = "${broker}: orders, and those in doubt"
      metrics = [for line in ["orders", "unknown"] : [local.namespace, "${broker}-${line}", { stat = "Sum" }]]
    }],
    [for broker in keys(local.brokers) : {
      title = "${broker}: latency of orders, in all and ours"
      metrics = concat(
        [for p in local.percentiles : [local.namespace, "order_total_ms", "broker", broker, { stat = p, label = p }]],
        [for p in local.percentiles : [local.namespace, "order_own_ms", "broker", broker, { stat = p, label = "own ${p}" }]],
      )
    }],
    [for broker in keys(local.brokers) : {
      title = "${broker}: orders received, rejected and filled"
      metrics = [for metric in ["orders", "orders_rejected", "orders_unknown", "fills"] :
        [local.namespace, metric, "broker", broker, { stat = "Sum" }]
      ]
    }],
    [for broker in keys(local.brokers) : {
      title = "${broker}: calls in a second and minute, the errors among them, how much of the rate"
      metrics = [
        [local.namespace, "broker_calls_per_second", "broker", broker, { stat = "Maximum" }],
        [local.namespace, "broker_calls_per_minute", "broker", broker, { stat = "Maximum" }],
        [local.namespace, "broker_errors", "broker", broker, { stat = "Sum" }],
        [local.namespace, "rate_used_percent", "broker", broker, { stat = "Maximum", yAxis = "right" }],
      ]
    }],
    [for broker in keys(local.brokers) : {
      title = "${broker}: age of its feed, how far its clock is off, and breaks"
      metrics = concat(
        [for feed in ["news", "executions"] : [local.namespace, "feed_age_ms", "broker", broker, "feed", feed, { stat = "Maximum", label = feed }]],
        [[local.namespace, "clock_skew_ms", "broker", broker, { stat = "Maximum", label = "clock" }]],
        [[{ expression = "SUM(SEARCH('{${local.namespace},broker,cause} MetricName=\"breaks\" broker=\"${broker}\"', 'Maximum'))", label = "breaks", yAxis = "right" }]],
      )
    }],
    [for broker in keys(local.brokers) : {
      title  = "${broker}: calls of a day: the least, the mean and the most in a second and in a minute"
      view   = "table"
      period = 86400
      metrics = [for row in setproduct(["second", "minute"], ["Minimum", "Average", "Maximum"]) :
        [local.namespace, "broker_calls_per_${row[0]}", "broker", broker, { stat = row[1], label = "${row[1]} in a ${row[0]}" }]
      ]
    }],
    [
      {
        title = "table: latency and refusals"
        metrics = concat(
          [for p in local.percentiles : ["AWS/DynamoDB", "SuccessfulRequestLatency", "TableName", aws_dynamodb_table.this.name, "Operation", "TransactWriteItems", { stat = p, label = p }]],
          [["AWS/DynamoDB", "ThrottledRequests", "TableName", aws_dynamodb_table.this.name, "Operation", "TransactWriteItems", { stat = "Sum", yAxis = "right" }]],
        )
      },
      {
        title = "alerts: how long a critical one took to be told"
        metrics = [for row in setproduct(["pagerduty", "slack", "email"], local.percentiles) :
          [local.namespace, "alert_told_ms", "channel", row[0], "severity", "critical", { stat = row[1], label = "${row[0]} ${row[1]}" }]
        ]
      },
      {
        title = "alerts: waiting, and untold"
        metrics = [
          ["AWS/Lambda", "IteratorAge", "FunctionName", module.function["alert-router"].name, { stat = "Maximum" }],
          ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.dead["undelivered-alerts"].name, { stat = "Maximum", yAxis = "right" }],
          ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.dead["failed-runs"].name, { stat = "Maximum", yAxis = "right" }],
        ]
      },
    ],
  )
}

resource "aws_cloudwatch_log_metric_filter" "broker" {
  for_each       = local.broker_lines
  name           = "${local.name}-${each.key}"
  log_group_name = module.function[each.value.function].log_group
  pattern        = each.value.pattern

  metric_transformation {
    namespace     = local.namespace
    name          = each.key
    value         = "1"
    default_value = "0"
    unit          = "Count"
  }
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = local.name
  dashboard_body = jsonencode({
    widgets = [for i, widget in local.widgets : {
      type   = "metric"
      x      = 12 * (i % 2)
      y      = 6 * floor(i / 2)
      width  = 12
      height = 6
      properties = {
        title   = widget.title
        region  = data.aws_region.this.name
        period  = try(widget.period, 60)
        view    = try(widget.view, "timeSeries")
        metrics = widget.metrics
      }
    }]
  })
}
