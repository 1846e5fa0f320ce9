# Each function may do what it does, and nothing else.

locals {
  lambda_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })

  # What each role may do, as statements: kept apart from the policy so that tests can read them.
  statements = {
    for name, function in local.functions : name => concat(
      [
        {
          Effect   = "Allow"
          Action   = [for action in function.table : "dynamodb:${action}"]
          Resource = [aws_dynamodb_table.this.arn, "${aws_dynamodb_table.this.arn}/index/*"]
        },
        {
          Effect   = "Allow"
          Action   = ["secretsmanager:GetSecretValue"]
          Resource = function.secrets
        },
        {
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = ["${aws_cloudwatch_log_group.function[name].arn}:*"]
        },
      ],
      name != "alert-router" ? [] : [
        {
          Effect   = "Allow"
          Action   = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"]
          Resource = [aws_dynamodb_table.this.stream_arn]
        },
        {
          Effect   = "Allow"
          Action   = ["sqs:SendMessage"]
          Resource = [aws_sqs_queue.undelivered.arn]
        },
      ],
      name != "alert-router" || var.email == null ? [] : [
        {
          Effect   = "Allow"
          Action   = ["ses:SendEmail"]
          Resource = ["arn:aws:ses:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:identity/${split("@", var.email.from)[1]}"]
        },
      ],
    )
  }
}

resource "aws_iam_role" "function" {
  for_each           = local.functions
  name               = "${local.name}-${each.key}"
  assume_role_policy = local.lambda_trust
}

resource "aws_iam_role_policy" "function" {
  for_each = local.functions
  name     = "does-its-work"
  role     = aws_iam_role.function[each.key].id
  policy   = jsonencode({ Version = "2012-10-17", Statement = local.statements[each.key] })
}

data "aws_region" "this" {}

data "aws_caller_identity" "this" {}
