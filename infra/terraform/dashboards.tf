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
      metrics = [for line in ["orders", "unknown"] : ["primegate/${var.environment}", "${broker}-${line}", { stat = "Sum" }]]
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
    namespace     = "primegate/${var.environment}"
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
        period  = 60
        view    = "timeSeries"
        metrics = widget.metrics
      }
    }]
  })
}
