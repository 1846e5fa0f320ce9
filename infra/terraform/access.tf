# Each function may do what it does, and nothing else. What is common to all (its own log, the queue of
# what it did not take) is in modules/function.

locals {
  # What each does to the table. Only reconcile and alert-router delete; nobody scans.
  table_actions = {
    order-submit   = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"]
    webhook-ingest = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"]
    broker-feeds   = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"]
    reconcile      = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"]
    alert-router   = ["GetItem", "Query", "PutItem", "DeleteItem"]
  }

  trade_secrets = [for key in values(local.trade_keys) : aws_secretsmanager_secret.broker[key].arn]
  read_secrets  = [for key in values(local.read_keys) : aws_secretsmanager_secret.broker[key].arn]

  # Which secrets each may read, and by which of our keys those are encrypted.
  secrets = {
    order-submit   = { arns = local.trade_secrets, key = "trade" }
    webhook-ingest = { arns = concat(local.read_secrets, [for s in aws_secretsmanager_secret.webhook : s.arn]), key = "read" }
    broker-feeds   = { arns = local.read_secrets, key = "read" }
    reconcile      = { arns = local.read_secrets, key = "read" }
    alert-router   = { arns = concat(aws_secretsmanager_secret.pagerduty[*].arn, aws_secretsmanager_secret.slack[*].arn), key = "read" }
  }

  # Statements, apart from the policies, so that tests can read them.
  statements = {
    for name in keys(local.functions) : name => concat(
      [
        {
          Effect   = "Allow"
          Action   = [for action in local.table_actions[name] : "dynamodb:${action}"]
          Resource = concat([aws_dynamodb_table.this.arn], [for index in keys(local.table_indexes) : "${aws_dynamodb_table.this.arn}/index/${index}"])
        },
        {
          Effect    = "Allow"
          Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]
          Resource  = [aws_kms_key.this["table"].arn]
          Condition = { StringEquals = { "kms:ViaService" = "dynamodb.${data.aws_region.this.name}.amazonaws.com" } }
        },
      ],
      [for statement in [
        {
          Effect   = "Allow"
          Action   = ["secretsmanager:GetSecretValue"]
          Resource = local.secrets[name].arns
        },
        {
          Effect    = "Allow"
          Action    = ["kms:Decrypt"]
          Resource  = [aws_kms_key.this[local.secrets[name].key].arn]
          Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${data.aws_region.this.name}.amazonaws.com" } }
        },
      ] : statement if length(local.secrets[name].arns) > 0],
      [for statement in [
        {
          Effect   = "Allow"
          Action   = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"]
          Resource = [aws_dynamodb_table.this.stream_arn]
        },
      ] : statement if name == "alert-router"],
      [for statement in [
        {
          Effect   = "Allow"
          Action   = ["ses:SendEmail"]
          Resource = ["arn:aws:ses:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:identity/${try(split("@", var.alerts.email.from)[1], "")}"]
        },
      ] : statement if name == "alert-router" && var.alerts.email != null],
      [for statement in [
        {
          Effect   = "Allow"
          Action   = ["s3:GetObject"]
          Resource = flatten([for arn in aws_s3_bucket.statements[*].arn : [for prefix in concat(["statements"], local.own_files) : "${arn}/${prefix}/*"]])
        },
        {
          Effect   = "Allow"
          Action   = ["s3:PutObject"]
          Resource = flatten([for arn in aws_s3_bucket.statements[*].arn : [for prefix in local.own_files : "${arn}/${prefix}/*"]])
        },
        {
          Effect   = "Allow"
          Action   = ["s3:ListBucket"]
          Resource = aws_s3_bucket.statements[*].arn
        },
        {
          Effect    = "Allow"
          Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
          Resource  = [aws_kms_key.this["statements"].arn]
          Condition = { StringEquals = { "kms:ViaService" = "s3.${data.aws_region.this.name}.amazonaws.com" } }
        },
      ] : statement if name == "reconcile" && var.statements != null],
    )
  }
}
