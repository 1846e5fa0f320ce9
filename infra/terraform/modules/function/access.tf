# What it may do, and nothing else.

locals {
  statements = concat(var.statements, [
    {
      Effect = "Allow"
      Action = ["logs:CreateLogStream", "logs:PutLogEvents"]
      # The names of streams are Lambda's own.
      Resource  = ["${aws_cloudwatch_log_group.this.arn}:log-stream:*"]
      Condition = null
    },
    {
      Effect    = "Allow"
      Action    = ["sqs:SendMessage"]
      Resource  = [var.failures.queue]
      Condition = null
    },
  ])

  # Lambda itself needs these to attach to a network, and X-Ray knows no resource by name.
  managed = merge(
    var.network == null ? {} : { network = "arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess" },
    var.tracing ? { tracing = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess" } : {},
  )
}

resource "aws_iam_role" "this" {
  name = var.name
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  name = "does-its-work"
  role = aws_iam_role.this.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [for statement in local.statements : { for key, value in statement : key => value if value != null }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each   = local.managed
  role       = aws_iam_role.this.name
  policy_arn = each.value
}

# Lambda attaches the network; the code that runs in it must not.
resource "aws_iam_role_policy" "no_network_of_its_own" {
  count = var.network == null ? 0 : 1
  name  = "no-network-of-its-own"
  role  = aws_iam_role.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Action    = ["ec2:*"]
      Resource  = ["*"]
      Condition = { ArnEquals = { "lambda:SourceFunctionArn" = aws_lambda_function.this.arn } }
    }]
  })
}
