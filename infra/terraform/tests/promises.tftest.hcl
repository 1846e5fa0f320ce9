# What the infrastructure promises, asserted on the plan, with no AWS at hand.

mock_provider "aws" {
  override_during = plan
  mock_resource "aws_dynamodb_table" {
    defaults = {
      arn        = "arn:aws:dynamodb:us-east-1:000000000000:table/primegate-test"
      stream_arn = "arn:aws:dynamodb:us-east-1:000000000000:table/primegate-test/stream/1"
    }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:000000000000:log-group:a-function" }
  }
  mock_resource "aws_lambda_function" {
    defaults = {
      arn        = "arn:aws:lambda:us-east-1:000000000000:function:a-function"
      invoke_arn = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/a-function/invocations"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::000000000000:role/a-role" }
  }
  mock_resource "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:a-secret" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:000000000000:a-queue" }
  }
  mock_resource "aws_apigatewayv2_api" {
    defaults = {
      id            = "api"
      api_endpoint  = "https://api.example.com"
      execution_arn = "arn:aws:execute-api:us-east-1:000000000000:api"
    }
  }
}

# Told apart, so that a policy shows which of them it opens.
override_resource {
  target          = aws_secretsmanager_secret.broker["coinbase-prime/trade"]
  override_during = plan
  values          = { arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:trading-key" }
}

override_resource {
  target          = aws_secretsmanager_secret.broker["coinbase-prime/read"]
  override_during = plan
  values          = { arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:reading-key" }
}

variables {
  environment     = "test"
  webhook_senders = ["coinbase-prime"]
  callers         = [{ principal = "AIDAEXAMPLE", tenant = "fund", accounts = ["main", "side"] }]
}

run "the_table_is_as_described" {
  command = plan
  assert {
    condition     = aws_dynamodb_table.this.hash_key == "pk" && aws_dynamodb_table.this.range_key == "sk"
    error_message = "keys differ from table.json"
  }
  assert {
    condition     = toset([for i in aws_dynamodb_table.this.global_secondary_index : i.name]) == toset([for i in local.table.GlobalSecondaryIndexes : i.IndexName])
    error_message = "indexes differ from table.json"
  }
  assert {
    condition     = aws_dynamodb_table.this.stream_enabled && aws_dynamodb_table.this.stream_view_type == "NEW_AND_OLD_IMAGES"
    error_message = "alerts leave by the stream, with their image"
  }
  assert {
    condition     = one(aws_dynamodb_table.this.ttl).attribute_name == "expiresAt" && one(aws_dynamodb_table.this.ttl).enabled
    error_message = "expiry differs from table.json"
  }
  assert {
    condition     = aws_dynamodb_table.this.deletion_protection_enabled && one(aws_dynamodb_table.this.point_in_time_recovery).enabled && one(aws_dynamodb_table.this.server_side_encryption).enabled
    error_message = "orders must survive a wrong hand: protection, recovery, encryption"
  }
}

run "nobody_orders_without_an_identity" {
  command = plan
  assert {
    condition     = alltrue([for key, route in aws_apigatewayv2_route.this : route.authorization_type == "AWS_IAM" if !startswith(key, "POST /v1/webhooks/")])
    error_message = "every route but the webhooks' needs AWS_IAM"
  }
  assert {
    condition     = length([for key, route in aws_apigatewayv2_route.this : key if route.authorization_type == "NONE"]) == 1
    error_message = "one route is open, and its callers sign what they send"
  }
  assert {
    condition     = !anytrue([for key in keys(aws_apigatewayv2_route.this) : strcontains(key, "internal") || strcontains(key, "$default") || strcontains(key, "proxy")])
    error_message = "internal paths must have no route"
  }
  assert {
    condition     = aws_lambda_function.this["order-submit"].environment[0].variables["PRIMEGATE_CALLERS_0__ACCOUNTS_1_"] == "side"
    error_message = "callers must reach the function"
  }
}

run "halts_are_reached_by_those_who_may" {
  command = plan
  variables {
    callers = [
      { principal = "AIDATRADER", tenant = "fund", accounts = ["main"] },
      { principal = "AIDARISK", tenant = "fund", accounts = ["main"], may_halt = true },
    ]
  }
  assert {
    condition     = alltrue([for key in ["GET /v1/halts", "PUT /v1/halts/{scope+}", "DELETE /v1/halts/{scope+}"] : aws_apigatewayv2_route.this[key].authorization_type == "AWS_IAM" && local.routes[key] == "order-submit"])
    error_message = "a halt needs an identity, and must reach order-submit"
  }
  assert {
    condition     = aws_lambda_function.this["order-submit"].environment[0].variables["PRIMEGATE_CALLERS_0__MAY_HALT"] == "false" && aws_lambda_function.this["order-submit"].environment[0].variables["PRIMEGATE_CALLERS_1__MAY_HALT"] == "true"
    error_message = "nobody may halt who was not named, and who was must be able to"
  }
}

run "a_sandbox_is_named_where_money_is_not_real" {
  command = plan
  variables {
    broker_settings = { "coinbase-prime" = { url = "https://prime.sandbox.example", feed_url = "wss://feed.sandbox.example" } }
  }
  assert {
    condition     = alltrue([for name in ["order-submit", "webhook-ingest", "broker-feeds", "reconcile"] : aws_lambda_function.this[name].environment[0].variables["PRIMEGATE_BROKER_COINBASE_PRIME_FEED_URL"] == "wss://feed.sandbox.example"])
    error_message = "every function that speaks to a broker must speak to its sandbox"
  }
}

run "each_function_reads_its_own_secrets" {
  command = plan
  assert {
    condition     = aws_lambda_function.this["order-submit"].environment[0].variables["PRIMEGATE_BROKER_COINBASE_PRIME_SECRET"] == "primegate-test/coinbase-prime/trade"
    error_message = "order-submit trades"
  }
  assert {
    condition     = alltrue([for name in ["webhook-ingest", "broker-feeds", "reconcile"] : aws_lambda_function.this[name].environment[0].variables["PRIMEGATE_BROKER_COINBASE_PRIME_SECRET"] == "primegate-test/coinbase-prime/read"])
    error_message = "only order-submit may have a key that trades"
  }
  assert {
    condition     = [for name, policy in aws_iam_role_policy.function : name if strcontains(policy.policy, "secret:trading-key")] == ["order-submit"]
    error_message = "only order-submit may read the key that trades"
  }
  assert {
    condition     = toset([for name, policy in aws_iam_role_policy.function : name if strcontains(policy.policy, "secret:reading-key")]) == toset(["broker-feeds", "reconcile", "webhook-ingest"])
    error_message = "the key that reads is for those who read"
  }
  assert {
    condition     = length(local.functions["order-submit"].secrets) == length(local.trade_keys) && length(local.functions["reconcile"].secrets) == length(local.read_keys) && length(local.functions["webhook-ingest"].secrets) == length(local.read_keys) + 1
    error_message = "a function may read more secrets than it uses"
  }
  assert {
    condition     = aws_lambda_function.this["webhook-ingest"].environment[0].variables["PRIMEGATE_WEBHOOKS_SENDERS_0__BROKER"] == "coinbase-prime" && aws_lambda_function.this["webhook-ingest"].environment[0].variables["PRIMEGATE_WEBHOOKS_SENDERS_0__SECRET"] == "primegate-test/webhooks/coinbase-prime"
    error_message = "senders must reach the function"
  }
  assert {
    condition     = !anytrue([for key in keys(aws_lambda_function.this["alert-router"].environment[0].variables) : startswith(key, "PRIMEGATE_BROKER")])
    error_message = "alert-router needs no broker"
  }
}

run "no_role_may_do_more_than_its_work" {
  command = plan
  assert {
    condition     = alltrue(flatten([for policy in aws_iam_role_policy.function : [for s in jsondecode(policy.policy).Statement : [for action in s.Action : !strcontains(action, "*")]]]))
    error_message = "an action with a star"
  }
  assert {
    condition     = alltrue(flatten([for policy in aws_iam_role_policy.function : [for s in jsondecode(policy.policy).Statement : [for r in s.Resource : r != "*" && (!strcontains(r, "*") || endswith(r, "/index/*") || endswith(r, ":*"))]]]))
    error_message = "a resource with a star"
  }
  assert {
    condition     = !contains(flatten([for s in jsondecode(aws_iam_role_policy.function["order-submit"].policy).Statement : s.Action]), "dynamodb:DeleteItem")
    error_message = "who trades must not delete"
  }
}

run "alarms_are_alerts_but_those_of_the_router_are_not" {
  command = plan
  assert {
    condition     = !contains(one(jsondecode(aws_cloudwatch_event_rule.alarms.event_pattern).detail.alarmName)["anything-but"], aws_cloudwatch_metric_alarm.errors["order-submit"].alarm_name)
    error_message = "the alarms of other functions reach the router"
  }
  assert {
    condition     = contains(one(jsondecode(aws_cloudwatch_event_rule.alarms.event_pattern).detail.alarmName)["anything-but"], aws_cloudwatch_metric_alarm.errors["alert-router"].alarm_name)
    error_message = "the router must not be told that it fails"
  }
}

run "alerts_and_silences_need_an_identity" {
  command = plan
  assert {
    condition = alltrue([for key in [
      "GET /v1/alerts", "GET /v1/alerts/route", "POST /v1/alerts/{incident+}",
      "GET /v1/silences", "POST /v1/silences", "DELETE /v1/silences/{id}",
    ] : aws_apigatewayv2_route.this[key].authorization_type == "AWS_IAM" && local.routes[key] == "order-submit"])
    error_message = "alerts and silences need an identity, and must reach order-submit"
  }
}

run "an_alarm_that_could_not_be_taken_comes_again" {
  command = plan
  assert {
    condition     = aws_lambda_function_event_invoke_config.alarms.maximum_retry_attempts > 0 && length(aws_lambda_function_event_invoke_config.alarms.destination_config[0].on_failure) == 1
    error_message = "an alarm that fails must come again, and be kept at last"
  }
  assert {
    condition     = !contains(keys(aws_lambda_function_event_invoke_config.scheduled), "alert-router")
    error_message = "the router's events must not be dropped like those of a schedule"
  }
}

run "email_goes_by_ses_from_one_identity" {
  command = plan
  variables {
    email = { from = "desk@fund.example", to = ["ops@fund.example"] }
  }
  assert {
    condition     = aws_lambda_function.this["alert-router"].environment[0].variables["PRIMEGATE_ALERTS_EMAIL_VIA"] == "ses"
    error_message = "e-mail goes by SES in AWS"
  }
  assert {
    condition     = anytrue([for s in jsondecode(aws_iam_role_policy.function["alert-router"].policy).Statement : contains(s.Action, "ses:SendEmail") && alltrue([for r in s.Resource : endswith(r, "identity/fund.example")])])
    error_message = "the router may send from its identity and no other"
  }
}

run "only_new_alerts_reach_the_router_and_none_is_lost" {
  command = plan
  assert {
    condition     = jsondecode(one(one(aws_lambda_event_source_mapping.alerts.filter_criteria).filter).pattern) == { eventName = ["INSERT"], dynamodb = { NewImage = { type = { S = ["ALERT"] } } } }
    error_message = "the filter lets other items through, or no alerts"
  }
  assert {
    condition     = aws_lambda_event_source_mapping.alerts.function_response_types == toset(["ReportBatchItemFailures"]) && aws_lambda_event_source_mapping.alerts.starting_position == "TRIM_HORIZON"
    error_message = "a failed alert must come again, and the first must not be skipped"
  }
  assert {
    condition     = one(one(aws_lambda_event_source_mapping.alerts.destination_config).on_failure).destination_arn == aws_sqs_queue.undelivered.arn
    error_message = "what cannot be told must be kept"
  }
}

run "trouble_with_primegate_itself_is_heard" {
  command = plan
  variables {
    alarm_topics = ["arn:aws:sns:us-east-1:000000000000:ops"]
  }
  assert {
    condition = alltrue([
      for alarm in concat([aws_cloudwatch_metric_alarm.undelivered, aws_cloudwatch_metric_alarm.late], values(aws_cloudwatch_metric_alarm.errors)) :
      alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:000000000000:ops"])
    ])
    error_message = "an alarm that nobody hears"
  }
  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.errors)) == toset(keys(aws_lambda_function.this)) && aws_cloudwatch_metric_alarm.undelivered.threshold == 0
    error_message = "each function's errors alarm, and the first alert that reached nobody"
  }
}

run "schedules_start_what_nobody_calls" {
  command = plan
  assert {
    condition     = jsondecode(one(aws_scheduler_schedule.this["order-submit-minute"].target).input).rawPath == "/internal/minute" && !contains(keys(jsondecode(one(aws_scheduler_schedule.this["order-submit-minute"].target).input).headers), "x-forwarded-for")
    error_message = "order-submit is not sent to finish its cancels"
  }
  assert {
    condition     = jsondecode(one(aws_scheduler_schedule.this["reconcile-orders"].target).input) == { job = "orders" }
    error_message = "reconcile would refuse the job"
  }
  assert {
    condition     = jsondecode(one(aws_scheduler_schedule.this["broker-feeds"].target).input).rawPath == "/internal/feeds" && !contains(keys(jsondecode(one(aws_scheduler_schedule.this["broker-feeds"].target).input).headers), "x-forwarded-for")
    error_message = "the feeds would not start"
  }
  assert {
    condition     = aws_lambda_function.this["broker-feeds"].reserved_concurrent_executions == 2 && aws_lambda_function.this["broker-feeds"].timeout == 900
    error_message = "one run reads and one takes over, for as long as a function lives"
  }
}

run "an_unknown_architecture_is_refused" {
  command = plan
  variables {
    architecture = "mips"
  }
  expect_failures = [var.architecture]
}

run "a_caller_without_accounts_is_refused" {
  command = plan
  variables {
    callers = [{ principal = "AIDAEXAMPLE", tenant = "fund", accounts = [] }]
  }
  expect_failures = [var.callers]
}

run "nothing_that_calls_a_broker_is_started_again" {
  command = plan
  assert {
    condition     = alltrue([for s in values(aws_scheduler_schedule.this) : one(one(s.target).retry_policy).maximum_retry_attempts == 0])
    error_message = "a schedule's retries multiply with those of the calls"
  }
  assert {
    condition     = alltrue([for c in values(aws_lambda_function_event_invoke_config.scheduled) : c.maximum_retry_attempts == 0])
    error_message = "a function's retries multiply with those of the calls"
  }
  assert {
    condition     = aws_lambda_function.this["order-submit"].environment[0].variables["PRIMEGATE_SUBMIT_TIMEOUT"] == "${aws_lambda_function.this["order-submit"].timeout}s"
    error_message = "the function must know when it is stopped"
  }
}
