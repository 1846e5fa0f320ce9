# The OMS's way in. Orders need an IAM identity; webhooks bring their own signature.

locals {
  routes = {
    "POST /v1/orders"                  = "order-submit"
    "POST /v1/orders:batch"            = "order-submit"
    "GET /v1/orders"                   = "order-submit"
    "GET /v1/orders/{orderId}"         = "order-submit"
    "DELETE /v1/orders/{orderId}"      = "order-submit"
    "GET /v1/orders/{orderId}/history" = "order-submit"
    "POST /v1/quotes"                  = "order-submit"
    "GET /v1/halts"                    = "order-submit"
    "POST /v1/order-previews"          = "order-submit"
    "GET /health/brokers/{broker}"     = "order-submit"
    "GET /v1/breaks"                   = "order-submit"
    "GET /v1/breaks/{breakId}"         = "order-submit"
    "GET /v1/breaks/{breakId}/notes"   = "order-submit"
    "POST /v1/breaks/{breakId}/{step}" = "order-submit"
    "GET /v1/positions"                = "order-submit"
    "GET /v1/executions"               = "order-submit"
    "GET /v1/balances"                 = "order-submit"
    "POST /v1/journal"                 = "order-submit"
    "GET /v1/accounts/{id}"            = "order-submit"
    "PUT /v1/accounts/{id}"            = "order-submit"
    # Greedy: the scope of an account has a slash.
    "PUT /v1/halts/{scope+}"    = "order-submit"
    "DELETE /v1/halts/{scope+}" = "order-submit"
    "GET /v1/alerts"            = "order-submit"
    "GET /v1/alerts/route"      = "order-submit"
    # Greedy: an incident's name has a slash, and after it comes what becomes of the incident.
    "POST /v1/alerts/{incident+}" = "order-submit"
    "GET /v1/silences"            = "order-submit"
    "POST /v1/silences"           = "order-submit"
    "DELETE /v1/silences/{id}"    = "order-submit"
    "POST /v1/webhooks/{broker}"  = "webhook-ingest"
  }
}

resource "aws_apigatewayv2_api" "this" {
  name          = local.name
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "function" {
  for_each               = toset(values(local.routes))
  api_id                 = aws_apigatewayv2_api.this.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.this[each.key].invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "this" {
  for_each           = local.routes
  api_id             = aws_apigatewayv2_api.this.id
  route_key          = each.key
  target             = "integrations/${aws_apigatewayv2_integration.function[each.value].id}"
  authorization_type = each.value == "order-submit" ? "AWS_IAM" : "NONE"
}

resource "aws_apigatewayv2_stage" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_burst_limit = 50
    throttling_rate_limit  = 100
  }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format = jsonencode({
      requestId = "$context.requestId"
      time      = "$context.requestTime"
      caller    = "$context.identity.userArn"
      source    = "$context.identity.sourceIp"
      route     = "$context.routeKey"
      status    = "$context.status"
      latency   = "$context.responseLatency"
    })
  }
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "/aws/apigateway/${local.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_lambda_permission" "api" {
  for_each      = toset(values(local.routes))
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this[each.key].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.this.execution_arn}/*/*"
}
