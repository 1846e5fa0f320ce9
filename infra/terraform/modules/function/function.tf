# Whoever calls calls the alias. It names the version that is deployed, and rollout.tf moves it.

resource "aws_lambda_function" "this" {
  function_name                  = var.name
  role                           = aws_iam_role.this.arn
  runtime                        = var.platform.runtime
  handler                        = var.platform.handler
  architectures                  = [var.platform.architecture]
  filename                       = var.package
  source_code_hash               = try(filebase64sha256(var.package), null)
  memory_size                    = var.memory
  timeout                        = var.timeout
  reserved_concurrent_executions = var.reserved
  publish                        = true

  environment {
    variables = var.settings
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  tracing_config {
    mode = var.tracing ? "Active" : "PassThrough"
  }

  dynamic "vpc_config" {
    for_each = var.network[*]
    content {
      subnet_ids         = vpc_config.value.subnets
      security_group_ids = vpc_config.value.security_groups
    }
  }

  # It may log and run as soon as it is there.
  depends_on = [aws_iam_role_policy.this, aws_iam_role_policy_attachment.this]

  # What packages.py found in the zip. A binary for the other processor would fail at its first call.
  lifecycle {
    precondition {
      condition     = !fileexists(var.package) || try(local.found.sha256 == filesha256(var.package), false)
      error_message = "${var.package} was not looked into since it was built: run infra/terraform/packages.py."
    }
    precondition {
      condition     = !fileexists(var.package) || try(contains(["any", var.platform.architecture], local.found.architecture) && local.found.native == startswith(var.platform.runtime, "provided"), false)
      error_message = "${var.package} does not fit: it is for ${try(local.found.architecture, "an unknown processor")}, ${try(local.found.native, true) ? "native" : "for a JVM"}."
    }
  }
}

locals {
  found = try(jsondecode(file("${var.package}.json")), null)
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "The version that is called."
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version

  # CodeDeploy moves it, and back: see rollout.tf.
  lifecycle {
    ignore_changes = [function_version, routing_config]
  }
}

# An event that it did not take is not gone: it waits where an alarm sees it.
resource "aws_lambda_function_event_invoke_config" "this" {
  function_name                = aws_lambda_function.this.function_name
  qualifier                    = aws_lambda_alias.live.name
  maximum_retry_attempts       = var.failures.retries
  maximum_event_age_in_seconds = var.failures.age

  destination_config {
    on_failure {
      destination = var.failures.queue
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.logs.days
  kms_key_id        = var.logs.key
}
