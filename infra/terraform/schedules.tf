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
  schedules = {
    alert-router-minute = { function = "alert-router", expression = "rate(1 minute)", input = jsonencode({ job = "minute" }) }
    broker-feeds        = { function = "broker-feeds", expression = "rate(1 minute)", input = local.internal_events["/internal/feeds"] }
    order-submit-minute = { function = "order-submit", expression = "rate(1 minute)", input = local.internal_events["/internal/minute"] }
    reconcile-orders    = { function = "reconcile", expression = "rate(1 minute)", input = jsonencode({ job = "orders" }) }
    reconcile-products  = { function = "reconcile", expression = "cron(0 6 * * ? *)", input = jsonencode({ job = "products" }) }
  }
}

resource "aws_scheduler_schedule" "this" {
  for_each                     = local.schedules
  name                         = "${local.name}-${each.key}"
  schedule_expression          = each.value.expression
  schedule_expression_timezone = "UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_function.this[each.value.function].arn
    role_arn = aws_iam_role.scheduler.arn
    input    = each.value.input

    retry_policy {
      maximum_retry_attempts = 0
    }
  }
}

# A run that found another at work is dropped, not queued: the next minute brings one more.
resource "aws_lambda_function_event_invoke_config" "scheduled" {
  for_each                     = toset([for s in values(local.schedules) : s.function if s.function != "alert-router"])
  function_name                = aws_lambda_function.this[each.key].function_name
  maximum_event_age_in_seconds = 60
  maximum_retry_attempts       = 0
}

resource "aws_iam_role" "scheduler" {
  name = "${local.name}-scheduler"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  name = "invokes"
  role = aws_iam_role.scheduler.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["lambda:InvokeFunction"]
      Resource = [for name in toset([for s in values(local.schedules) : s.function]) : aws_lambda_function.this[name].arn]
    }]
  })
}
