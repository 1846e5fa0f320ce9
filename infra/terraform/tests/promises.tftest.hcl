# What the infrastructure promises, asserted on the plan, with no AWS at hand.

mock_provider "aws" {
  override_during = plan
  source          = "./tests/mocks"
}

mock_provider "aws" {
  alias           = "us_east_1"
  override_during = plan
  source          = "./tests/mocks"
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

override_resource {
  target          = aws_kms_key.this["trade"]
  override_during = plan
  values          = { arn = "arn:aws:kms:us-east-1:000000000000:key/of-what-trades" }
}

variables {
  # None: what a test plans must not depend on what was built.
  packages        = "tests"
  environment     = "test"
  webhook_senders = { "coinbase-prime" = {} }
  callers         = [{ principal = "AIDAEXAMPLE", tenant = "fund", accounts = ["main", "side"], roles = ["trade", "read"] }]
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

  # Doors.
  assert {
    condition     = alltrue([for key, route in aws_apigatewayv2_route.this : route.authorization_type == "AWS_IAM" if startswith(key, "iam ")])
    error_message = "every route of callers needs AWS_IAM"
  }
  assert {
    condition     = [for key, route in aws_apigatewayv2_route.this : key if route.authorization_type == "NONE"] == ["webhooks POST /v1/webhooks/coinbase-prime"]
    error_message = "what is open is one route for each sender, and they sign what they send"
  }
  assert {
    condition     = !anytrue([for key in keys(aws_apigatewayv2_route.this) : strcontains(key, "internal") || strcontains(key, "$default") || strcontains(key, "proxy")])
    error_message = "internal paths must have no route"
  }
  assert {
    condition     = alltrue([for stage in values(aws_apigatewayv2_stage.this) : one(stage.default_route_settings).throttling_rate_limit > 0 && one(stage.default_route_settings).throttling_burst_limit > 0])
    error_message = "every door is throttled"
  }
  assert {
    condition     = alltrue([for key in ["GET /v1/halts", "PUT /v1/halts/{scope+}", "DELETE /v1/halts/{scope+}", "GET /v1/alerts", "POST /v1/alerts/{incident+}", "POST /v1/silences"] : contains(keys(aws_apigatewayv2_route.this), "iam ${key}")])
    error_message = "halts, alerts and silences must be reached"
  }
  assert {
    condition     = module.function["order-submit"].settings["PRIMEGATE_CALLERS_0__ACCOUNTS_1_"] == "side" && module.function["order-submit"].settings["PRIMEGATE_CALLERS_0__ROLES"] == "read,trade"
    error_message = "callers must reach the function, with the roles that are said and no other"
  }

  # Secrets.
  assert {
    condition     = module.function["order-submit"].settings["PRIMEGATE_BROKER_COINBASE_PRIME_SECRET"] == "primegate-test/coinbase-prime/trade"
    error_message = "order-submit trades"
  }
  assert {
    condition     = alltrue([for name in ["webhook-ingest", "broker-feeds", "reconcile"] : module.function[name].settings["PRIMEGATE_BROKER_COINBASE_PRIME_SECRET"] == "primegate-test/coinbase-prime/read"])
    error_message = "only order-submit may have a key that trades"
  }
  assert {
    condition     = [for name, f in module.function : name if strcontains(f.policy, "secret:trading-key")] == ["order-submit"]
    error_message = "only order-submit may read the key that trades"
  }
  assert {
    condition     = [for name, f in module.function : name if strcontains(f.policy, "key/of-what-trades")] == ["order-submit"] && alltrue([for key, s in aws_secretsmanager_secret.broker : (s.kms_key_id == "arn:aws:kms:us-east-1:000000000000:key/of-what-trades") == endswith(key, "/trade")])
    error_message = "keys that trade, of whatever broker, are encrypted so that only order-submit can decrypt them"
  }
  assert {
    condition     = toset([for name, f in module.function : name if strcontains(f.policy, "secret:reading-key")]) == toset(["broker-feeds", "reconcile", "webhook-ingest"])
    error_message = "the key that reads is for those who read"
  }
  assert {
    condition     = { for name, s in local.secrets : name => length(s.arns) } == { order-submit = length(local.trade_keys), webhook-ingest = length(local.read_keys) + 1, broker-feeds = length(local.read_keys), reconcile = length(local.read_keys), alert-router = 2 }
    error_message = "a function may read more secrets than it uses"
  }
  assert {
    condition     = module.function["webhook-ingest"].settings["PRIMEGATE_WEBHOOKS_SENDERS_0__BROKER"] == "coinbase-prime" && module.function["webhook-ingest"].settings["PRIMEGATE_WEBHOOKS_SENDERS_0__SECRET"] == "primegate-test/webhooks/coinbase-prime"
    error_message = "senders must reach the function"
  }
  assert {
    condition     = !anytrue([for key in keys(module.function["alert-router"].settings) : startswith(key, "PRIMEGATE_BROKER")])
    error_message = "alert-router needs no broker"
  }

  # Policies.
  assert {
    condition     = alltrue(flatten([for p in concat([for f in module.function : f.policy], [aws_iam_role_policy.scheduler.policy, aws_iam_role_policy.rollout.policy], aws_iam_role_policy.trades[*].policy, [aws_sqs_queue_policy.undelivered.policy]) : [for s in jsondecode(p).Statement : [for action in s.Action : !strcontains(action, "*")]]]))
    error_message = "an action with a star"
  }
  assert {
    condition     = alltrue(flatten([for p in concat([for f in module.function : f.policy], [aws_iam_role_policy.scheduler.policy, aws_iam_role_policy.rollout.policy], aws_iam_role_policy.trades[*].policy, [aws_sqs_queue_policy.undelivered.policy]) : [for s in jsondecode(p).Statement : [for r in s.Resource : !strcontains(r, "*") || endswith(r, ":log-stream:*") || endswith(r, "-statements-000000000000/statements/*") || endswith(r, "-statements-000000000000/marks/*") || endswith(r, "-statements-000000000000/reports/*") || endswith(r, "-statements-000000000000/residues/*")]]]))
    error_message = "a resource with a star, other than the streams of one's own log"
  }
  assert {
    condition     = alltrue(flatten([for k in values(aws_kms_key.this) : [for s in jsondecode(k.policy).Statement : [for action in s.Action : !strcontains(action, "*")]]])) && alltrue([for k in values(aws_kms_key.this) : k.enable_key_rotation])
    error_message = "a key allows anything, or is never changed"
  }
  assert {
    condition     = [for name, f in module.function : name if strcontains(f.policy, "dynamodb:DeleteItem")] == ["alert-router", "reconcile"] && !anytrue([for f in module.function : strcontains(f.policy, "dynamodb:Scan")])
    error_message = "who trades must not delete, and nobody scans"
  }

  # Brokers.
  assert {
    condition     = toset(keys(aws_secretsmanager_secret.broker)) == toset(flatten([for file in fileset("../../shared/brokers", "*/broker.json") : ["${dirname(file)}/trade", "${dirname(file)}/read"]]))
    error_message = "a broker's folder without a secret"
  }
  assert {
    condition     = alltrue(flatten([for b in keys(local.brokers) : [for line in ["orders", "unknown"] : contains(keys(aws_cloudwatch_log_metric_filter.broker), "${b}-${line}") && strcontains(aws_cloudwatch_dashboard.this.dashboard_body, "${b}-${line}")]]))
    error_message = "a broker's folder that is not on the dashboard"
  }
  assert {
    condition     = alltrue(flatten([for b, spec in local.brokers : [for job in ["trades", "positions"] : aws_scheduler_schedule.this["reconcile-${job}-${b}"].schedule_expression_timezone == spec.dayEnds.zone && jsondecode(one(aws_scheduler_schedule.this["reconcile-${job}-${b}"].target).input) == { job = job }]]))
    error_message = "a broker's folder whose day does not end"
  }
  assert {
    condition     = alltrue(flatten([for spec in values(local.brokers) : [for host in spec.egress : contains(local.hosts, split(":", host)[0])]]))
    error_message = "a broker's folder whose hosts cannot be reached"
  }

  # Nothing is lost unheard.
  assert {
    condition     = jsondecode(one(one(aws_lambda_event_source_mapping.alerts.filter_criteria).filter).pattern) == { eventName = ["INSERT"], dynamodb = { NewImage = { type = { S = ["ALERT"] } } } }
    error_message = "the filter lets other items through, or no alerts"
  }
  assert {
    condition     = aws_lambda_event_source_mapping.alerts.function_response_types == toset(["ReportBatchItemFailures"]) && aws_lambda_event_source_mapping.alerts.starting_position == "TRIM_HORIZON" && aws_lambda_event_source_mapping.alerts.bisect_batch_on_function_error
    error_message = "a failed alert must come again, alone, and the first must not be skipped"
  }
  assert {
    condition     = one(one(aws_lambda_event_source_mapping.alerts.destination_config).on_failure).destination_arn == aws_sqs_queue.dead["undelivered-alerts"].arn && one(aws_cloudwatch_event_target.alarms.dead_letter_config).arn == aws_sqs_queue.dead["undelivered-alerts"].arn
    error_message = "what cannot be told must be kept"
  }
  assert {
    condition     = alltrue([for s in values(aws_scheduler_schedule.this) : one(one(s.target).dead_letter_config).arn == aws_sqs_queue.dead["failed-runs"].arn])
    error_message = "a schedule that reaches nobody must be seen"
  }
  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.dead)) == toset(keys(aws_sqs_queue.dead)) && alltrue([for alarm in values(aws_cloudwatch_metric_alarm.dead) : alarm.threshold == 0])
    error_message = "a dead letter queue without an alarm at the first letter"
  }
  assert {
    condition     = alltrue([for name, alarm in aws_cloudwatch_metric_alarm.dead : alarm.metric_name == "ApproximateNumberOfMessagesVisible" && alarm.dimensions.QueueName == aws_sqs_queue.dead[name].name && alarm.comparison_operator == "GreaterThanThreshold" && alarm.period == 60 && alarm.evaluation_periods == 1])
    error_message = "a dead letter must be known within a minute"
  }
  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.stopped)) == toset([for s in values(local.schedules) : s.function]) && alltrue([for alarm in values(aws_cloudwatch_metric_alarm.stopped) : alarm.treat_missing_data == "breaching"])
    error_message = "a schedule that stops must be seen"
  }
  assert {
    condition     = !contains(one(jsondecode(aws_cloudwatch_event_rule.alarms.event_pattern).detail.alarmName)["anything-but"], "primegate-test-order-submit-errors") && alltrue([for alarm in ["primegate-test-alert-router-errors", "primegate-test-alert-router-stopped", "primegate-test-undelivered-alerts"] : contains(one(jsondecode(aws_cloudwatch_event_rule.alarms.event_pattern).detail.alarmName)["anything-but"], alarm)])
    error_message = "the alarms of other functions reach the router, its own do not"
  }

  # Schedules.
  assert {
    condition     = alltrue([for s in values(aws_scheduler_schedule.this) : one(one(s.target).retry_policy).maximum_retry_attempts == 0])
    error_message = "a schedule's retries multiply with those of the calls"
  }
  assert {
    condition     = alltrue([for name, path in { order-submit-minute = "/internal/minute", broker-feeds = "/internal/feeds" } : jsondecode(one(aws_scheduler_schedule.this[name].target).input).rawPath == path && !contains(keys(jsondecode(one(aws_scheduler_schedule.this[name].target).input).headers), "x-forwarded-for")])
    error_message = "what each minute brings would not start, or look like a caller's"
  }
  assert {
    condition     = alltrue([for job in ["orders", "trades", "positions", "drift", "products", "rehearsal", "reports"] : jsondecode(one(aws_scheduler_schedule.this["reconcile-${job}"].target).input) == { job = job }]) && aws_scheduler_schedule.this["reconcile-drift"].schedule_expression == "cron(2/15 * * * ? *)"
    error_message = "books are not compared, or drift less often than every 15 minutes"
  }
  assert {
    condition     = local.functions["broker-feeds"].reserved == 2 && local.functions["broker-feeds"].timeout == 900 && local.functions["webhook-ingest"].timeout == 29 && local.functions["broker-feeds"].package == local.functions["webhook-ingest"].package
    error_message = "one package stands twice: for webhooks, and for feeds as long as a function lives"
  }
  assert {
    condition     = module.function["order-submit"].settings["PRIMEGATE_SUBMIT_TIMEOUT"] == "${local.functions["order-submit"].timeout}s"
    error_message = "the function must know when it is stopped"
  }

  # Dashboards.
  assert {
    condition     = alltrue(flatten([for name in keys(local.functions) : [for stat in ["p50", "p95", "p99"] : anytrue([for w in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : w.properties.title == "${name}: duration" && contains([for m in w.properties.metrics : try(m[length(m) - 1].stat, "")], stat)])]]))
    error_message = "a function whose p50, p95 or p99 is not shown"
  }
  assert {
    condition     = alltrue(flatten([for b in keys(local.brokers) : [for stat in ["p50", "p95", "p99"] : anytrue(flatten([for w in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : [for m in w.properties.metrics : try(m[1] == "order_total_ms" && m[3] == b && m[4].stat == stat, false)]]))]]))
    error_message = "a broker whose p50, p95 or p99 is not shown"
  }
  assert {
    condition     = alltrue(flatten([for b in keys(local.brokers) : [for metric in ["orders", "orders_rejected", "fills", "broker_errors", "feed_age_ms"] : anytrue(flatten([for w in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : [for m in w.properties.metrics : try(m[1] == metric && m[3] == b, false)]]))]]))
    error_message = "a broker whose throughput or errors are not shown"
  }
  assert {
    condition     = alltrue([for b in keys(local.brokers) : toset([for m in one([for w in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : w.properties if w.properties.view == "table" && w.properties.period == 86400 && try(w.properties.metrics[0][3] == b, false)]).metrics : "${m[1]} ${m[4].stat}"]) == toset(flatten([for span in ["second", "minute"] : [for stat in ["Minimum", "Average", "Maximum"] : "broker_calls_per_${span} ${stat}"]]))])
    error_message = "a broker without its row of a day: the least, the mean and the most in a second and a minute"
  }
  # A widget of a metric that nobody writes stays empty and looks like health. MetricTest writes the file.
  assert {
    condition     = alltrue(flatten([for w in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : [for m in w.properties.metrics : jsonencode(jsondecode(file("tests/metrics.json")).metrics[m[1]]) == jsonencode([for i, part in slice(m, 2, length(m) - 1) : part if i % 2 == 0]) if try(m[0] == "primegate/test" && !contains(keys(aws_cloudwatch_log_metric_filter.broker), m[1]), false)]]))
    error_message = "a widget of a metric, or of labels, that the code does not write"
  }
  assert {
    condition     = alltrue([for name, f in module.function : f.settings["PRIMEGATE_TELEMETRY_NAMESPACE"] == "primegate/test"])
    error_message = "a function that writes its metrics where nobody looks"
  }
}

# Horizons and the error budget, as they are set.
run "who_waits_too_long_is_heard" {
  command = plan
  variables {
    objectives = { horizon_ms = 800, brokers = { falconx = 300 }, desks = { "delta one" = 50 } }
    alerts     = { topics = ["arn:aws:sns:us-east-1:000000000000:ops"] }
  }
  assert {
    condition = { for name, alarm in aws_cloudwatch_metric_alarm.horizon : name => alarm.threshold } == merge(
      { for b in keys(local.brokers) : "broker-${b}" => b == "falconx" ? 300 : 800 },
      { "desk-delta one" = 50 },
    )
    error_message = "each broker has a horizon, its own or that of all, and each desk that has one its own"
  }
  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.horizon) : alarm.extended_statistic == "p95" && alarm.period * alarm.evaluation_periods == 300 && alarm.datapoints_to_alarm == 5 && alarm.comparison_operator == "GreaterThanThreshold"])
    error_message = "p95 beyond the horizon for five minutes rings"
  }
  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.horizon) : alarm.namespace == "primegate/test" && jsonencode(jsondecode(file("tests/metrics.json")).metrics[alarm.metric_name]) == jsonencode(keys(alarm.dimensions))])
    error_message = "an alarm of a metric, or of labels, that the code does not write"
  }
  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.this) : jsonencode(jsondecode(file("tests/metrics.json")).metrics[alarm.metric_name]) == jsonencode(keys(alarm.dimensions)) if alarm.namespace == "primegate/test"])
    error_message = "an alarm of a metric, or of labels, that the code does not write"
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["critical-told-late"].metric_name == "alert_told_ms" && aws_cloudwatch_metric_alarm.this["critical-told-late"].threshold == 60000
    error_message = "a critical alert that takes more than a minute rings"
  }
  assert {
    condition     = module.function["order-submit"].settings["PRIMEGATE_OBJECTIVES_DESKS"] == "delta one"
    error_message = "nobody measures the desk"
  }
  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.error_budget)) == toset(keys(local.brokers)) && alltrue([for alarm in values(aws_cloudwatch_metric_alarm.error_budget) : alarm.threshold == 0.001 && alarm.comparison_operator == "GreaterThanOrEqualToThreshold"])
    error_message = "of a thousand calls to a broker fewer than one may fail"
  }
  assert {
    condition     = toset(local.call_outcomes) == toset(jsondecode(file("tests/metrics.json")).calls) && alltrue(flatten([for alarm in values(aws_cloudwatch_metric_alarm.error_budget) : [for query in alarm.metric_query : jsonencode(jsondecode(file("tests/metrics.json")).metrics[query.metric[0].metric_name]) == jsonencode(keys(query.metric[0].dimensions)) if length(query.metric) > 0]]))
    error_message = "the rate is of calls that the code does not count so"
  }
  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.horizon), values(aws_cloudwatch_metric_alarm.error_budget)) : alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:000000000000:ops"])])
    error_message = "an alarm that nobody hears"
  }
}

# Every option at once: what the settings are called is in tests/settings.json, which settings.py
# holds against what the code reads.
run "every_name_that_is_set_is_written_down" {
  command = plan
  variables {
    brokers         = ["coinbase-prime", "clear-street"]
    broker_settings = { "coinbase-prime" = { url = "https://prime.sandbox.example", feed_url = "wss://feed.sandbox.example" }, "clear-street" = { auth_url = "https://auth.sandbox.example" } }
    webhook_senders = { one = {}, two = { scheme = "fireblocks", keys = "https://keys.example/jwks.json" } }
    network         = {}
    statements      = { slices = 2 }
    objectives      = { desks = { delta = 250 } }
    api             = { jwt = { issuer = "https://id.fund.example", audience = "primegate" } }
    alerts          = { email = { from = "desk@fund.example", to = ["ops@fund.example"] }, topics = ["arn:aws:sns:us-east-1:000000000000:ops"] }
  }
  assert {
    condition     = jsonencode({ for name, f in module.function : name => sort(keys(f.settings)) }) == jsonencode(jsondecode(file("tests/settings.json")))
    error_message = "write into tests/settings.json: ${jsonencode({ for name, f in module.function : name => sort(keys(f.settings)) })}"
  }
  assert {
    condition     = alltrue([for name in ["order-submit", "webhook-ingest", "broker-feeds", "reconcile"] : module.function[name].settings["PRIMEGATE_BROKER_COINBASE_PRIME_FEED_URL"] == "wss://feed.sandbox.example" && module.function[name].settings["PRIMEGATE_USED_BROKERS"] == "clear-street,coinbase-prime"])
    error_message = "every function that speaks to a broker must speak to its sandbox, and to no other broker"
  }
  assert {
    condition     = toset(keys(local.trade_keys)) == toset(["clear-street", "coinbase-prime"])
    error_message = "a broker that is not used needs no secret"
  }
  assert {
    condition     = anytrue([for s in jsondecode(module.function["alert-router"].policy).Statement : contains(s.Action, "ses:SendEmail") && alltrue([for r in s.Resource : endswith(r, "identity/fund.example")])])
    error_message = "the router may send from its identity and no other"
  }
  assert {
    condition     = !contains(keys(module.function["webhook-ingest"].settings), "PRIMEGATE_WEBHOOKS_SENDERS_1__SECRET") && contains(local.hosts, "keys.example")
    error_message = "who publishes its keys needs no secret, and must be reached"
  }
  assert {
    condition     = alltrue([for s in jsondecode(module.function["reconcile"].policy).Statement : alltrue([for a in s.Action : !startswith(a, "s3:") || contains(["s3:GetObject", "s3:ListBucket"], a) || a == "s3:PutObject" && alltrue([for r in s.Resource : endswith(r, "/marks/*") || endswith(r, "/reports/*")])])]) && !anytrue([for name, f in module.function : strcontains(f.policy, "s3:") if name != "reconcile"])
    error_message = "who reads a broker's file must not be able to change it"
  }
  assert {
    condition     = module.function["reconcile"].settings["PRIMEGATE_REPORTS_BUCKET"] == aws_s3_bucket.statements[0].id && aws_scheduler_schedule.this["reconcile-reports"].schedule_expression == "cron(1 * * * ? *)" && aws_s3_bucket_versioning.statements[0].versioning_configuration[0].status == "Enabled"
    error_message = "each day's reports are written to the bucket, soon after it ended, and none is lost by a later one"
  }
  assert {
    condition     = { for job, target in aws_cloudwatch_event_target.statements : job => jsondecode(target.input) } == { positions = { job = "positions" } } && strcontains(aws_cloudwatch_event_rule.statements[0].event_pattern, "Object Created")
    error_message = "a file that comes is looked at"
  }

  # Large days.
  assert {
    condition     = jsondecode(aws_sfn_state_machine.trades[0].definition).States.Plan.Result.slices == [for pair in setproduct(["clear-street", "coinbase-prime"], [0, 1]) : { broker = pair[0], index = pair[1], of = 2 }] && jsondecode(aws_sfn_state_machine.trades[0].definition).States.Compare.ItemSelector == { job = "trades", "slice.$" = "$$.Map.Item.Value" }
    error_message = "each broker's every slice is compared, and no other"
  }
  assert {
    condition     = jsondecode(aws_sfn_state_machine.trades[0].definition).States.Compare.ItemProcessor.ProcessorConfig.Mode == "DISTRIBUTED" && jsondecode(aws_sfn_state_machine.trades[0].definition).States.Ended.Parameters.Payload == { job = "trades", sliced = true }
    error_message = "the day has ended when all its slices have"
  }
  assert {
    condition     = keys(jsondecode(aws_sfn_state_machine.trades[0].definition).States) == ["Compare", "Ended", "Plan"] && jsondecode(aws_sfn_state_machine.trades[0].definition).States.Compare.ItemsPath == "$.slices" && jsondecode(aws_sfn_state_machine.trades[0].definition).States.Compare.Next == "Ended" && !strcontains(module.function["reconcile"].policy, "residues")
    error_message = "where no account's day is cut into parts none is gathered"
  }
  assert {
    condition     = alltrue([for name, s in aws_scheduler_schedule.this : (one(s.target).arn == aws_sfn_state_machine.trades[0].arn) == (one(s.target).input == jsonencode({ job = "trades" }))])
    error_message = "days of trades begin with the machine, and nothing else does"
  }

  # The network.
  assert {
    condition     = length(output.addresses) == 2 && toset(keys(aws_nat_gateway.this)) == toset(["us-east-1a", "us-east-1b"]) && alltrue([for zone, table in aws_route_table.private : one(table.route).nat_gateway_id == aws_nat_gateway.this[zone].id])
    error_message = "brokers are called from one fixed address in each zone"
  }
  assert {
    condition     = aws_route53_resolver_firewall_rule.others[0].action == "BLOCK" && aws_route53_resolver_firewall_domain_list.this["any"].domains == toset(["*"]) && aws_route53_resolver_firewall_rule.known[0].priority < aws_route53_resolver_firewall_rule.others[0].priority
    error_message = "who is not on the list must not resolve"
  }
  assert {
    condition     = contains(local.hosts, "prime.sandbox.example") && contains(local.hosts, "feed.sandbox.example") && !contains(local.hosts, "api.falconx.io")
    error_message = "the sandbox must be reached, and a broker that is not used must not"
  }
  assert {
    condition     = alltrue([for rule in values(aws_vpc_security_group_egress_rule.https) : rule.from_port == 443])
    error_message = "functions call by HTTPS"
  }
  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.this), values(aws_cloudwatch_metric_alarm.dead), values(aws_cloudwatch_metric_alarm.stopped), values(aws_cloudwatch_metric_alarm.api_errors)) : alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:000000000000:ops"])])
    error_message = "an alarm that nobody hears"
  }
}

# C2: what leaves a function has one way out, by an address that the output names.
run "brokers_are_called_from_the_addresses_that_are_put_out" {
  command = plan
  override_resource {
    target          = aws_subnet.private["us-east-1a"]
    override_during = plan
    values          = { id = "subnet-a" }
  }
  override_resource {
    target          = aws_subnet.private["us-east-1b"]
    override_during = plan
    values          = { id = "subnet-b" }
  }
  override_resource {
    target          = aws_route_table.private["us-east-1a"]
    override_during = plan
    values          = { id = "rtb-a" }
  }
  override_resource {
    target          = aws_route_table.private["us-east-1b"]
    override_during = plan
    values          = { id = "rtb-b" }
  }
  override_resource {
    target          = aws_nat_gateway.this["us-east-1a"]
    override_during = plan
    values          = { id = "nat-a" }
  }
  override_resource {
    target          = aws_nat_gateway.this["us-east-1b"]
    override_during = plan
    values          = { id = "nat-b" }
  }
  override_resource {
    target          = aws_eip.nat["us-east-1a"]
    override_during = plan
    values          = { id = "eipalloc-a", public_ip = "198.51.100.7" }
  }
  override_resource {
    target          = aws_eip.nat["us-east-1b"]
    override_during = plan
    values          = { id = "eipalloc-b", public_ip = "198.51.100.8" }
  }
  variables {
    network = {}
  }
  assert {
    condition     = length(module.function) == 5 && alltrue([for f in values(module.function) : f.subnets == toset([for s in values(aws_subnet.private) : s.id])])
    error_message = "every function stands in the private subnets and nowhere else"
  }
  assert {
    condition     = toset(keys(aws_route_table_association.private)) == toset(keys(aws_subnet.private)) && alltrue([for zone, a in aws_route_table_association.private : a.subnet_id == aws_subnet.private[zone].id && a.route_table_id == aws_route_table.private[zone].id])
    error_message = "every private subnet follows the routes of its zone"
  }
  assert {
    condition     = alltrue([for zone, table in aws_route_table.private : length(table.route) == 1 && one(table.route).cidr_block == "0.0.0.0/0" && one(table.route).nat_gateway_id == aws_nat_gateway.this[zone].id && coalesce(one(table.route).gateway_id, "none") == "none"])
    error_message = "the only way out is the NAT of the zone"
  }
  assert {
    condition     = alltrue([for zone, nat in aws_nat_gateway.this : nat.allocation_id == aws_eip.nat[zone].id && nat.connectivity_type != "private"]) && output.addresses == tolist(["198.51.100.7", "198.51.100.8"])
    error_message = "brokers must be told the addresses that the NATs have, and no other"
  }
  assert {
    condition     = length(aws_vpc_endpoint.table) == 1 && length([for rule in values(aws_vpc_security_group_egress_rule.https) : rule if rule.ip_protocol != "tcp"]) == 0
    error_message = "the table is reached without leaving, and nothing but TCP leaves"
  }
}

run "tokens_domains_and_a_firewall_if_wanted" {
  command = plan
  variables {
    api = {
      domains = {
        iam      = { name = "orders.fund.example", certificate = "arn:aws:acm:us-east-1:000000000000:certificate/1", truststore = "s3://trust/ca.pem" }
        webhooks = { name = "hooks.fund.example", certificate = "arn:aws:acm:us-east-1:000000000000:certificate/2" }
      }
      jwt = { issuer = "https://id.fund.example", audience = "primegate" }
      waf = true
    }
    retention = { audit_years = 7 }
  }
  assert {
    condition     = alltrue([for key, route in aws_apigatewayv2_route.this : route.authorization_type == "JWT" && route.authorization_scopes == toset(["orders:submit"]) if startswith(key, "jwt ")]) && one(one(aws_apigatewayv2_authorizer.jwt).jwt_configuration).audience == toset(["primegate"])
    error_message = "the door of tokens takes no other"
  }
  assert {
    condition     = { for name, value in module.function["order-submit"].settings : name => value if startswith(name, "PRIMEGATE_TOKENS_") } == { PRIMEGATE_TOKENS_ISSUER = "https://id.fund.example", PRIMEGATE_TOKENS_AUDIENCE = "primegate", PRIMEGATE_TOKENS_SCOPE = "orders:submit" }
    error_message = "the function takes the tokens of its door, and no other"
  }
  assert {
    condition     = one(aws_apigatewayv2_domain_name.this["iam"].mutual_tls_authentication).truststore_uri == "s3://trust/ca.pem" && aws_apigatewayv2_api.this["iam"].disable_execute_api_endpoint
    error_message = "mutual TLS must not be walked around"
  }
  assert {
    condition     = aws_cloudfront_distribution.this["webhooks"].aliases == toset(["hooks.fund.example"]) && !contains(keys(aws_apigatewayv2_domain_name.this), "webhooks") && !aws_apigatewayv2_api.this["webhooks"].disable_execute_api_endpoint
    error_message = "the firewall stands before the webhooks, and passes them on"
  }
  assert {
    condition     = aws_s3_bucket.audit[0].object_lock_enabled && one(one(aws_s3_bucket_object_lock_configuration.audit[0].rule).default_retention).mode == "COMPLIANCE" && one(one(aws_s3_bucket_object_lock_configuration.audit[0].rule).default_retention).years == 7 && aws_cloudtrail.this[0].enable_log_file_validation
    error_message = "who did what must stay as it was written"
  }
  assert {
    condition     = alltrue(flatten([for s in jsondecode(aws_s3_bucket_policy.audit[0].policy).Statement : [for a in s.Action : !strcontains(a, "*")] if s.Effect == "Allow"]))
    error_message = "the audit's bucket allows anything"
  }
  assert {
    condition     = jsondecode(one(aws_scheduler_schedule.copy[0].target).input).TableArn == aws_dynamodb_table.this.arn && jsondecode(one(aws_scheduler_schedule.copy[0].target).input).S3Bucket == aws_s3_bucket.audit[0].id && one(one(aws_scheduler_schedule.copy[0].target).dead_letter_config).arn == aws_sqs_queue.dead["failed-runs"].arn
    error_message = "a day's copy of the table lies in the locked bucket, and who fails to make it is heard"
  }
  assert {
    condition     = toset(flatten([for s in jsondecode(aws_iam_role_policy.copy[0].policy).Statement : s.Action])) == toset(["dynamodb:ExportTableToPointInTime", "s3:AbortMultipartUpload", "s3:PutObject", "kms:Decrypt", "kms:GenerateDataKey", "sqs:SendMessage"])
    error_message = "who copies the table may do more than that"
  }
}

# One account's day, cut into parts.
run "a_day_in_parts_is_gathered" {
  command = plan
  variables {
    brokers    = ["coinbase-prime", "clear-street"]
    statements = { slices = 2, parts = 3 }
  }
  assert {
    condition     = jsondecode(aws_sfn_state_machine.trades[0].definition).States.Plan.Result.parts == [for one in setproduct(["clear-street", "coinbase-prime"], [0, 1], [0, 1, 2]) : { broker = one[0], index = one[1], part = one[2] }]
    error_message = "every part of every slice is compared, and no other"
  }
  assert {
    condition     = jsondecode(aws_sfn_state_machine.trades[0].definition).States.Compare.ItemsPath == "$.parts" && jsondecode(aws_sfn_state_machine.trades[0].definition).States.Compare.ItemSelector == { job = "trades", slice = { "broker.$" = "$$.Map.Item.Value.broker", "index.$" = "$$.Map.Item.Value.index", of = 2, parts = { "at.$" = "$$.Execution.StartTime", of = 3, "index.$" = "$$.Map.Item.Value.part" } } }
    error_message = "each part is of the books as they were when the run began"
  }
  assert {
    condition     = jsondecode(aws_sfn_state_machine.trades[0].definition).States.Compare.Next == "Gather" && jsondecode(aws_sfn_state_machine.trades[0].definition).States.Gather.Next == "Ended"
    error_message = "the day has ended when what its parts left is gathered"
  }
  assert {
    condition     = jsondecode(aws_sfn_state_machine.trades[0].definition).States.Gather.ItemsPath == "$.slices" && jsondecode(aws_sfn_state_machine.trades[0].definition).States.Plan.Result.slices == [for pair in setproduct(["clear-street", "coinbase-prime"], [0, 1]) : { broker = pair[0], index = pair[1], of = 2 }] && jsondecode(aws_sfn_state_machine.trades[0].definition).States.Gather.ItemSelector == { job = "trades", slice = { "broker.$" = "$$.Map.Item.Value.broker", "index.$" = "$$.Map.Item.Value.index", of = 2, parts = { "at.$" = "$$.Execution.StartTime", of = 3 } } }
    error_message = "each slice is gathered once, of the same run"
  }
  assert {
    condition     = alltrue([for name, state in { for n, s in jsondecode(aws_sfn_state_machine.trades[0].definition).States : n => s if s.Type == "Map" } : state.ItemProcessor.ProcessorConfig.Mode == "DISTRIBUTED" && length(state.ItemProcessor.States.Slice.Retry) == 1 && state.ItemProcessor.States.Slice.Parameters["Payload.$"] == "$"])
    error_message = "what failed is compared once more, and gathered once more"
  }
  assert {
    condition     = alltrue([for s in jsondecode(module.function["reconcile"].policy).Statement : alltrue([for a in s.Action : !startswith(a, "s3:") || contains(["s3:GetObject", "s3:ListBucket"], a) || a == "s3:PutObject" && alltrue([for r in s.Resource : endswith(r, "/marks/*") || endswith(r, "/reports/*") || endswith(r, "/residues/*")])])]) && length([for s in jsondecode(module.function["reconcile"].policy).Statement : s if anytrue([for r in s.Resource : endswith(r, "/residues/*")])]) == 2
    error_message = "what parts leave is written and read, and nothing else more"
  }
  assert {
    condition     = one(aws_s3_bucket_lifecycle_configuration.statements[0].rule).filter[0].prefix == "residues/" && one(aws_s3_bucket_lifecycle_configuration.statements[0].rule).expiration[0].days == 7 && one(aws_s3_bucket_lifecycle_configuration.statements[0].rule).noncurrent_version_expiration[0].noncurrent_days == 1
    error_message = "what parts leave is gone after a week, and nothing else is"
  }
}

run "a_machine_stands_where_only_parts_are_cut" {
  command = plan
  variables {
    statements = { parts = 2 }
  }
  assert {
    condition     = length(aws_sfn_state_machine.trades) == 1 && length(jsondecode(aws_sfn_state_machine.trades[0].definition).States.Plan.Result.parts) == 2 * length(jsondecode(aws_sfn_state_machine.trades[0].definition).States.Plan.Result.slices)
    error_message = "one slice of two parts for each broker"
  }
}
