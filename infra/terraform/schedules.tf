# What nobody calls: the feeds, and reconcile's jobs.

locals {
  # What API Gateway would send: the function behind cannot tell, but by what is missing.
  internal_events = { for path in ["/internal/feeds", "/internal/minute"] : path => jsonencode({
    version        = "2.0"
    routeKey       = "POST ${path}"
    rawPath        = path
    rawQueryString = ""
    headers        = { host = "schedule" }
    requestContext = {
      http         = { method = "POST", path = path, protocol = "HTTP/1.1", sourceIp = "", userAgent = "schedule" }
      requestId    = "schedule"
      routeKey     = "POST ${path}"
      stage        = "$default"
      timeEpoch    = 0
      accountId    = "schedule"
      apiId        = "schedule"
      domainName   = "schedule"
      domainPrefix = "schedule"
    }
    isBase64Encoded = false
  }) }

  # A feed run lasts 14 minutes. One that starts each minute finds the feeds read and ends, but for
  # the last, which takes over.
  standing_schedules = {
    alert-router-minute = { function = "alert-router", expression = "rate(1 minute)", zone = "UTC", input = jsonencode({ job = "minute" }) }
    alert-router-week   = { function = "alert-router", expression = "cron(30 6 ? * MON *)", zone = "UTC", input = jsonencode({ job = "week" }) }
    broker-feeds        = { function = "broker-feeds", expression = "rate(1 minute)", zone = "UTC", input = local.internal_events["/internal/feeds"] }
    order-submit-minute = { function = "order-submit", expression = "rate(1 minute)", zone = "UTC", input = local.internal_events["/internal/minute"] }
    reconcile-orders    = { function = "reconcile", expression = "rate(1 minute)", zone = "UTC", input = jsonencode({ job = "orders" }) }
    reconcile-watch     = { function = "reconcile", expression = "rate(1 minute)", zone = "UTC", input = jsonencode({ job = "watch" }) }
    # Out of step with each other, so that one run does not keep another from the function.
    reconcile-chain     = { function = "reconcile", expression = "cron(50 * * * ? *)", zone = "UTC", input = jsonencode({ job = "chain" }) }
    reconcile-drift     = { function = "reconcile", expression = "cron(2/15 * * * ? *)", zone = "UTC", input = jsonencode({ job = "drift" }) }
    reconcile-positions = { function = "reconcile", expression = "cron(35 * * * ? *)", zone = "UTC", input = jsonencode({ job = "positions" }) }
    reconcile-products  = { function = "reconcile", expression = "cron(0 6 * * ? *)", zone = "UTC", input = jsonencode({ job = "products" }) }
    reconcile-rehearsal = { function = "reconcile", expression = "cron(20 3 * * ? *)", zone = "UTC", input = jsonencode({ job = "rehearsal" }) }
    # Soon after midnight, while the prices that the day ended with can still be asked for.
    reconcile-reports = { function = "reconcile", expression = "cron(1 * * * ? *)", zone = "UTC", input = jsonencode({ job = "reports" }) }
    reconcile-trades  = { function = "reconcile", expression = "cron(5 * * * ? *)", zone = "UTC", input = local.trades_event }
  }

  # By the clock of each broker: one more look once its day has ended, daylight saving or not.
  day_end_schedules = merge([
    for broker, ends in local.days_end : {
      for job, at in { trades = ends.trades, positions = ends.positions } : "reconcile-${job}-${broker}" => {
        function              = "reconcile"
        expression            = "cron(${tonumber(split(":", at)[1])} ${tonumber(split(":", at)[0])} * * ? *)"
        zone                  = ends.zone
        input                 = jsonencode({ job = job })
      }
    }
  ]...)

  schedules = merge(local.standing_schedules, local.day_end_schedules)
}

resource "aws_scheduler_schedule" "this" {
  for_each                     = local.schedules
  name                         = "${local.name}-${each.key}"
  schedule_expression          = each.value.expression
  schedule_expression_timezone = each.value.zone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = local.sliced && each.value.input == local.trades_event ? aws_sfn_state_machine.trades[0].arn : module.function[each.value.function].arn
    role_arn = aws_iam_role.scheduler.arn
    input    = each.value.input

    retry_policy {
      maximum_retry_attempts = 0
    }

    dead_letter_config {
      arn = aws_sqs_queue.dead["failed-runs"].arn
    }
  }
}

resource "aws_iam_role" "scheduler" {
  name = "${local.name}-scheduler"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  name = "invokes"
  role = aws_iam_role.scheduler.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([
      {
        Effect   = "Allow"
        Action   = ["lambda:InvokeFunction"]
        Resource = [for name in toset([for s in values(local.schedules) : s.function]) : module.function[name].arn]
      },
      {
        Effect   = "Allow"
        Action   = ["sqs:SendMessage"]
        Resource = [aws_sqs_queue.dead["failed-runs"].arn]
      },
      ], [for arn in aws_sfn_state_machine.trades[*].arn : {
        Effect   = "Allow"
        Action   = ["states:StartExecution"]
        Resource = [arn]
    }])
  })
}
