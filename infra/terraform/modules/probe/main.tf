# The round-trip probe in the region of its provider; called once, it answers with its report.

terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }
}

variable "package" {
  description = "The jar of shared/probe."
  type        = string
}

variable "samples" {
  description = "Round trips to each address."
  type        = number
  default     = 50
  validation {
    condition     = var.samples >= 1 && var.samples <= 200
    error_message = "200 of each are what it can do in its time."
  }
}

data "aws_region" "this" {}

data "aws_iam_policy_document" "lambda" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

locals {
  name = "primegate-rtt-probe-${data.aws_region.this.name}"
}

resource "aws_iam_role" "this" {
  name               = local.name
  assume_role_policy = data.aws_iam_policy_document.lambda.json
}

# It has no other right: it reads no secret, and calls without a key.
resource "aws_iam_role_policy" "logs" {
  name = "logs"
  role = aws_iam_role.this.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "${aws_cloudwatch_log_group.this.arn}:*"
    }]
  })
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = 7
}

resource "aws_lambda_function" "this" {
  function_name    = local.name
  role             = aws_iam_role.this.arn
  runtime          = "java21"
  architectures    = ["arm64"]
  handler          = "dev.primegate.probe.RegionHandler::handle"
  filename         = var.package
  source_code_hash = fileexists(var.package) ? filebase64sha256(var.package) : null
  memory_size      = 1024
  timeout          = 900

  depends_on = [aws_iam_role_policy.logs]
}

resource "aws_lambda_invocation" "this" {
  function_name = aws_lambda_function.this.function_name
  input         = jsonencode({ region = data.aws_region.this.name, samples = var.samples })
  triggers      = { always = timestamp() }
}

output "report" {
  description = "As ./primegate rtt-probe reads it."
  value       = aws_lambda_invocation.this.result
}
