# Five deployments of four packages: webhook-ingest serves webhooks, and pumps the brokers' feeds.

locals {
  # An HTTP API waits 30 s.
  api_timeout = 29

  caller_settings = merge([
    for i, caller in var.callers : merge(
      {
        "PRIMEGATE_CALLERS_${i}__PRINCIPAL" = caller.principal
        "PRIMEGATE_CALLERS_${i}__TENANT"    = caller.tenant
        "PRIMEGATE_CALLERS_${i}__ROLES"     = join(",", sort(caller.roles))
      },
      { for j, account in caller.accounts : "PRIMEGATE_CALLERS_${i}__ACCOUNTS_${j}_" => account },
    )
  ]...)

  # The same tokens that the door takes.
  token_settings = var.api.jwt == null ? {} : {
    PRIMEGATE_TOKENS_ISSUER   = var.api.jwt.issuer
    PRIMEGATE_TOKENS_AUDIENCE = var.api.jwt.audience
    PRIMEGATE_TOKENS_SCOPE    = var.api.jwt.scope
  }

  alert_settings = merge(
    { PRIMEGATE_ALERTS_ENVIRONMENT = var.environment },
    var.alerts.pagerduty ? { PRIMEGATE_ALERTS_PAGERDUTY_SECRET = one(aws_secretsmanager_secret.pagerduty).name } : {},
    var.alerts.slack ? { PRIMEGATE_ALERTS_SLACK_SECRET = one(aws_secretsmanager_secret.slack).name } : {},
    var.alerts.email == null ? {} : {
      PRIMEGATE_ALERTS_EMAIL_FROM = var.alerts.email.from
      PRIMEGATE_ALERTS_EMAIL_TO   = join(",", var.alerts.email.to)
      PRIMEGATE_ALERTS_EMAIL_VIA  = "ses"
    },
  )

  # timeout: see api_timeout; a run of feeds lasts 14 minutes. reserved: two of the feeds' reader, the
  # second to take over from the first; two of reconcile, so that a comparison of books does not take
  # a minute's place. What each may do is in access.tf.
  functions = {
    order-submit = {
      package  = "order-submit"
      memory   = 1024
      timeout  = local.api_timeout
      reserved = -1
      settings = merge(local.trade_settings, local.caller_settings, local.token_settings, {
        PRIMEGATE_OPS_ENVIRONMENT         = var.environment
        PRIMEGATE_RISK_MAX_ORDER_NOTIONAL = tostring(var.max_order_notional)
        PRIMEGATE_SUBMIT_TIMEOUT          = "${local.api_timeout}s"
        PRIMEGATE_RELEASE_NUMBER          = tostring(var.release.number)
        PRIMEGATE_RELEASE_MINIMUM         = tostring(var.release.minimum)
        }, length(var.objectives.desks) == 0 ? {} : {
        PRIMEGATE_OBJECTIVES_DESKS = join(",", keys(var.objectives.desks))
      })
    }
    webhook-ingest = {
      package  = "webhook-ingest"
      memory   = 512
      timeout  = local.api_timeout
      reserved = -1
      settings = merge(local.read_settings, local.sender_settings)
    }
    broker-feeds = {
      package  = "webhook-ingest"
      memory   = 512
      timeout  = 900
      reserved = 2
      settings = merge(local.read_settings, { PRIMEGATE_FEEDS_RUN_FOR = "14m" })
    }
    reconcile = {
      package = "reconcile"
      memory  = 512
      timeout = 300
      # Two that overlap each minute, one of the books, and one that watches; and slices.
      reserved = 4 + (local.sliced ? local.slices_at_once : 0)
      settings = merge(local.read_settings, var.statements == null ? {} : {
        PRIMEGATE_BOOKS_BUCKET   = aws_s3_bucket.statements[0].id
        PRIMEGATE_REPORTS_BUCKET = aws_s3_bucket.statements[0].id
      })
    }
    alert-router = {
      package  = "alert-router"
      memory   = 256
      timeout  = 120
      reserved = -1
      settings = local.alert_settings
    }
  }
}

module "function" {
  for_each = local.functions
  source   = "./modules/function"

  name    = "${local.name}-${each.key}"
  package = "${var.packages}/${each.value.package}/target/function.zip"
  platform = {
    runtime      = var.runtime
    handler      = var.runtime == "java25" ? "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest" : "native"
    architecture = var.architecture
  }
  memory   = each.value.memory
  timeout  = each.value.timeout
  reserved = each.value.reserved
  # Signals are Lambda's in a native image.
  settings = merge(try(var.settings[each.key], {}), each.value.settings, {
    DISABLE_SIGNAL_HANDLERS       = "true"
    PRIMEGATE_TABLE_NAME          = aws_dynamodb_table.this.name
    PRIMEGATE_TELEMETRY_NAMESPACE = local.namespace
  })
  statements = local.statements[each.key]
  network = var.network == null ? null : {
    subnets         = [for zone in local.zones : aws_subnet.private[zone].id]
    security_groups = [one(aws_security_group.functions).id]
  }
  tracing = var.tracing
  logs    = { days = var.retention.log_days, key = aws_kms_key.this["logs"].arn }
  rollout = { application = aws_codedeploy_app.this.name, role = aws_iam_role.rollout.arn, strategy = var.rollout }
  topics  = var.alerts.topics
  # A run that failed is not made up for: the next minute brings one more. An alarm is tried again.
  failures = each.key == "alert-router" ? {
    queue = aws_sqs_queue.dead["undelivered-alerts"].arn, retries = 2, age = 3600
    } : {
    queue = aws_sqs_queue.dead["failed-runs"].arn, retries = 0, age = 60
  }
}

# Who moves calls to a new version.

resource "aws_codedeploy_app" "this" {
  name             = local.name
  compute_platform = "Lambda"
}

resource "aws_iam_role" "rollout" {
  name = "${local.name}-rollout"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codedeploy.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "rollout" {
  name = "moves-aliases"
  role = aws_iam_role.rollout.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["lambda:GetAlias", "lambda:UpdateAlias"]
        Resource = flatten([for name in keys(local.functions) : ["${local.lambda_arn}${local.name}-${name}", "${local.lambda_arn}${local.name}-${name}:live"]])
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:GetProvisionedConcurrencyConfig"]
        Resource = [for name in keys(local.functions) : "${local.lambda_arn}${local.name}-${name}:live"]
      },
      {
        Effect   = "Allow"
        Action   = ["cloudwatch:DescribeAlarms"]
        Resource = flatten([for function in module.function : [for alarm in function.alarms : "${local.alarm_arn}${alarm}"]])
      },
    ]
  })
}

locals {
  lambda_arn = "arn:aws:lambda:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:function:"
  alarm_arn  = "arn:aws:cloudwatch:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:alarm:"
}
