# Five deployments of four packages: webhook-ingest serves webhooks, and pumps the brokers' feeds.

locals {
  name = "primegate-${var.environment}"

  # An HTTP API waits 30 s.
  api_timeout = 29

  trade_keys = { for key in local.broker_keys : dirname(key) => key if basename(key) == "trade" }
  read_keys  = { for key in local.broker_keys : dirname(key) => key if basename(key) == "read" }

  # PRIMEGATE_BROKER_COINBASE_PRIME_SECRET and so on: which key of each broker a function gets.
  broker_settings = merge([
    for broker, settings in var.broker_settings : {
      for name, value in settings : "PRIMEGATE_BROKER_${upper(replace(broker, "-", "_"))}_${upper(name)}" => value
    }
  ]...)
  trade_settings = merge(local.broker_settings, { for broker, key in local.trade_keys : "PRIMEGATE_BROKER_${upper(replace(broker, "-", "_"))}_SECRET" => aws_secretsmanager_secret.broker[key].name })
  read_settings  = merge(local.broker_settings, { for broker, key in local.read_keys : "PRIMEGATE_BROKER_${upper(replace(broker, "-", "_"))}_SECRET" => aws_secretsmanager_secret.broker[key].name })

  caller_settings = merge([
    for i, caller in var.callers : merge(
      {
        "PRIMEGATE_CALLERS_${i}__PRINCIPAL" = caller.principal
        "PRIMEGATE_CALLERS_${i}__TENANT"    = caller.tenant
        "PRIMEGATE_CALLERS_${i}__MAY_HALT"  = tostring(caller.may_halt)
      },
      { for j, account in caller.accounts : "PRIMEGATE_CALLERS_${i}__ACCOUNTS_${j}_" => account },
    )
  ]...)
  sender_settings = merge([
    for i, sender in sort(var.webhook_senders) : {
      "PRIMEGATE_WEBHOOKS_SENDERS_${i}__BROKER" = sender
      "PRIMEGATE_WEBHOOKS_SENDERS_${i}__SECRET" = aws_secretsmanager_secret.webhook[sender].name
    }
  ]...)

  read_secrets = [for key in values(local.read_keys) : aws_secretsmanager_secret.broker[key].arn]

  # timeout: an HTTP API waits 30 s. reserved: one of a kind where two would only ask twice,
  # and two of the feeds' reader, the second to take over from the first.
  functions = {
    order-submit = {
      package  = "order-submit"
      memory   = 1024
      timeout  = local.api_timeout
      reserved = -1
      settings = merge(local.trade_settings, local.caller_settings, {
        PRIMEGATE_RISK_MAX_ORDER_NOTIONAL = tostring(var.max_order_notional)
        PRIMEGATE_SUBMIT_TIMEOUT          = "${local.api_timeout}s"
        PRIMEGATE_RELEASE_NUMBER          = tostring(var.release.number)
        PRIMEGATE_RELEASE_MINIMUM         = tostring(var.release.minimum)
      })
      table   = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"]
      secrets = [for key in values(local.trade_keys) : aws_secretsmanager_secret.broker[key].arn]
    }
    webhook-ingest = {
      package  = "webhook-ingest"
      memory   = 512
      timeout  = 29
      reserved = -1
      settings = merge(local.read_settings, local.sender_settings)
      table    = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"]
      secrets  = concat(local.read_secrets, [for s in aws_secretsmanager_secret.webhook : s.arn])
    }
    broker-feeds = {
      package  = "webhook-ingest"
      memory   = 512
      timeout  = 900
      reserved = 2
      settings = merge(local.read_settings, { PRIMEGATE_FEEDS_RUN_FOR = "14m" })
      table    = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"]
      secrets  = local.read_secrets
    }
    reconcile = {
      package  = "reconcile"
      memory   = 512
      timeout  = 300
      reserved = 1
      settings = local.read_settings
      table    = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"]
      secrets  = local.read_secrets
    }
    alert-router = {
      package  = "alert-router"
      memory   = 256
      timeout  = 120
      reserved = -1
      settings = merge(
        {
          PRIMEGATE_ALERTS_ENVIRONMENT      = var.environment
          PRIMEGATE_ALERTS_PAGERDUTY_SECRET = aws_secretsmanager_secret.pagerduty.name
        },
        var.slack ? { PRIMEGATE_ALERTS_SLACK_SECRET = one(aws_secretsmanager_secret.slack).name } : {},
        var.email == null ? {} : {
          PRIMEGATE_ALERTS_EMAIL_FROM = var.email.from
          PRIMEGATE_ALERTS_EMAIL_TO   = join(",", var.email.to)
          PRIMEGATE_ALERTS_EMAIL_VIA  = "ses"
        },
      )
      table   = ["GetItem", "Query", "PutItem", "DeleteItem"]
      secrets = concat([aws_secretsmanager_secret.pagerduty.arn], aws_secretsmanager_secret.slack[*].arn)
    }
  }
}

resource "aws_lambda_function" "this" {
  for_each                       = local.functions
  function_name                  = "${local.name}-${each.key}"
  role                           = aws_iam_role.function[each.key].arn
  runtime                        = "provided.al2023"
  handler                        = "native"
  architectures                  = [var.architecture]
  filename                       = "${var.packages}/${each.value.package}/target/function.zip"
  source_code_hash               = try(filebase64sha256("${var.packages}/${each.value.package}/target/function.zip"), null)
  memory_size                    = each.value.memory
  timeout                        = each.value.timeout
  reserved_concurrent_executions = each.value.reserved

  environment {
    variables = merge(each.value.settings, {
      DISABLE_SIGNAL_HANDLERS = "true"
      PRIMEGATE_TABLE_NAME    = aws_dynamodb_table.this.name
    })
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.function[each.key].name
  }
}

resource "aws_cloudwatch_log_group" "function" {
  for_each          = local.functions
  name              = "/aws/lambda/${local.name}-${each.key}"
  retention_in_days = var.log_retention_days
}
