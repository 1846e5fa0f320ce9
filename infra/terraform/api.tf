# The ways in: a door for callers with an IAM identity, one for those with a token, one for webhooks,
# which bring their own signature. Each is an API with its own address, so that the open one opens
# nothing else. /internal has no route anywhere.

locals {
  routes = [
    "POST /v1/orders",
    "POST /v1/orders:batch",
    "GET /v1/orders",
    "GET /v1/orders/{orderId}",
    "DELETE /v1/orders/{orderId}",
    "GET /v1/orders/{orderId}/history",
    "POST /v1/quotes",
    "GET /v1/halts",
    "POST /v1/order-previews",
    "GET /health/brokers/{broker}",
    "GET /v1/breaks",
    "GET /v1/breaks/{breakId}",
    "GET /v1/breaks/{breakId}/notes",
    "POST /v1/breaks/{breakId}/{step}",
    "GET /v1/reports/{report}",
    "GET /v1/positions",
    "GET /v1/executions",
    "GET /v1/balances",
    "POST /v1/journal",
    "GET /v1/accounts/{id}",
    "PUT /v1/accounts/{id}",
    # Greedy: the scope of an account has a slash.
    "PUT /v1/halts/{scope+}",
    "DELETE /v1/halts/{scope+}",
    "GET /v1/alerts",
    "GET /v1/alerts/route",
    # Greedy: an incident's name has a slash, and after it comes what becomes of the incident.
    "POST /v1/alerts/{incident+}",
    "GET /v1/silences",
    "POST /v1/silences",
    "DELETE /v1/silences/{id}",
    "GET /v1/audit/{trail}",
    "GET /v1/ops/environment",
    "GET /v1/ops/brokers",
    "GET /v1/ops/orders",
  ]

  doors = merge(
    { iam = { function = "order-submit", authorization = "AWS_IAM", routes = local.routes } },
    var.api.jwt == null ? {} : { jwt = { function = "order-submit", authorization = "JWT", routes = local.routes } },
    length(local.senders) == 0 ? {} : {
      webhooks = { function = "webhook-ingest", authorization = "NONE", routes = [for sender in keys(local.senders) : "POST /v1/webhooks/${sender}"] }
    },
  )

  # "iam GET /v1/orders" and so on.
  door_routes = merge([
    for door, spec in local.doors : { for route in spec.routes : "${door} ${route}" => merge(spec, { door = door, route = route }) }
  ]...)
}

resource "aws_apigatewayv2_api" "this" {
  for_each      = local.doors
  name          = "${local.name}-${each.key}"
  protocol_type = "HTTP"

  # Whoever has a domain with mutual TLS must not be reached around it.
  disable_execute_api_endpoint = contains(keys(local.domains), each.key)
}

resource "aws_apigatewayv2_integration" "function" {
  for_each               = local.doors
  api_id                 = aws_apigatewayv2_api.this[each.key].id
  integration_type       = "AWS_PROXY"
  integration_uri        = module.function[each.value.function].invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  count            = var.api.jwt == null ? 0 : 1
  api_id           = aws_apigatewayv2_api.this["jwt"].id
  name             = "jwt"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = var.api.jwt.issuer
    audience = [var.api.jwt.audience]
  }
}

resource "aws_apigatewayv2_route" "this" {
  for_each             = local.door_routes
  api_id               = aws_apigatewayv2_api.this[each.value.door].id
  route_key            = each.value.route
  target               = "integrations/${aws_apigatewayv2_integration.function[each.value.door].id}"
  authorization_type   = each.value.authorization
  authorizer_id        = each.value.authorization == "JWT" ? one(aws_apigatewayv2_authorizer.jwt).id : null
  authorization_scopes = each.value.authorization == "JWT" ? [var.api.jwt.scope] : null
}

resource "aws_apigatewayv2_stage" "this" {
  for_each    = local.doors
  api_id      = aws_apigatewayv2_api.this[each.key].id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_burst_limit   = var.api.burst
    throttling_rate_limit    = var.api.rate
    detailed_metrics_enabled = true
  }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api[each.key].arn
    format = jsonencode({
      requestId = "$context.requestId"
      time      = "$context.requestTime"
      caller    = each.key == "jwt" ? "$context.authorizer.claims.sub" : "$context.identity.userArn"
      source    = "$context.identity.sourceIp"
      route     = "$context.routeKey"
      status    = "$context.status"
      latency   = "$context.responseLatency"
    })
  }
}

resource "aws_cloudwatch_log_group" "api" {
  for_each          = local.doors
  name              = "/aws/apigateway/${local.name}-${each.key}"
  retention_in_days = var.retention.log_days
  kms_key_id        = aws_kms_key.this["logs"].arn
}

resource "aws_lambda_permission" "api" {
  for_each      = local.doors
  statement_id  = "door-${each.key}"
  action        = "lambda:InvokeFunction"
  function_name = module.function[each.value.function].name
  qualifier     = module.function[each.value.function].alias
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.this[each.key].execution_arn}/*/*"
}
