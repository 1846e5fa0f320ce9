# What holds of every function.

mock_provider "aws" {
  override_during = plan
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:000000000000:log-group:a-function" }
  }
  mock_resource "aws_lambda_function" {
    defaults = { arn = "arn:aws:lambda:us-east-1:000000000000:function:a-function", version = "1" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::000000000000:role/a-role" }
  }
}

variables {
  name       = "a-function"
  package    = "tests/not-built.zip"
  platform   = { runtime = "provided.al2023", handler = "native", architecture = "arm64" }
  memory     = 128
  timeout    = 29
  settings   = {}
  statements = []
  logs       = { days = 90, key = "arn:aws:kms:us-east-1:000000000000:key/logs" }
  rollout    = { application = "app", role = "arn:aws:iam::000000000000:role/rollout", strategy = "Canary10Percent5Minutes" }
  topics     = ["arn:aws:sns:us-east-1:000000000000:ops"]
  failures   = { queue = "arn:aws:sqs:us-east-1:000000000000:dead", retries = 0, age = 60 }
}

run "it_is_watched_and_loses_nothing" {
  command = plan
  assert {
    condition     = one(one(aws_lambda_function_event_invoke_config.this.destination_config).on_failure).destination == var.failures.queue && aws_lambda_function_event_invoke_config.this.qualifier == "live"
    error_message = "an event that it did not take is gone"
  }
  assert {
    condition     = contains(jsondecode(aws_iam_role_policy.this.policy).Statement[1].Resource, var.failures.queue)
    error_message = "it may not write where its failures go"
  }
  assert {
    condition     = aws_cloudwatch_log_group.this.retention_in_days == 90 && aws_cloudwatch_log_group.this.kms_key_id == var.logs.key
    error_message = "its log is kept for ever, or for all to read"
  }
  assert {
    condition     = alltrue([for a in [aws_cloudwatch_metric_alarm.errors, aws_cloudwatch_metric_alarm.throttles, aws_cloudwatch_metric_alarm.slow] : a.alarm_actions == toset(var.topics)])
    error_message = "an alarm that nobody hears"
  }
  assert {
    condition     = one(aws_codedeploy_deployment_group.this.alarm_configuration).enabled && contains(one(aws_codedeploy_deployment_group.this.alarm_configuration).alarms, "a-function-errors") && contains(one(aws_codedeploy_deployment_group.this.auto_rollback_configuration).events, "DEPLOYMENT_STOP_ON_ALARM")
    error_message = "a version that fails keeps its calls"
  }
  assert {
    condition     = aws_lambda_function.this.publish && length(aws_lambda_function.this.vpc_config) == 0 && length(aws_iam_role_policy_attachment.this) == 0
    error_message = "it publishes versions, and has no right that it does not need"
  }
}

run "in_a_network_its_code_changes_none" {
  command = plan
  variables {
    network = { subnets = ["subnet-1"], security_groups = ["sg-1"] }
  }
  assert {
    condition     = jsondecode(aws_iam_role_policy.no_network_of_its_own[0].policy).Statement[0].Effect == "Deny"
    error_message = "what Lambda needs to attach it, its code may use"
  }
}

run "a_package_that_was_not_looked_into_is_refused" {
  command = plan
  variables {
    package = "tests/function.tftest.hcl"
  }
  expect_failures = [aws_lambda_function.this]
}

run "a_package_for_another_processor_is_refused" {
  command = plan
  variables {
    package = "tests/x86_64.zip"
  }
  expect_failures = [aws_lambda_function.this]
}

run "a_package_that_fits_is_taken" {
  command = plan
  variables {
    package  = "tests/x86_64.zip"
    platform = { runtime = "provided.al2023", handler = "native", architecture = "x86_64" }
  }
  assert {
    condition     = aws_lambda_function.this.architectures == tolist(["x86_64"])
    error_message = "it fits"
  }
}

run "a_native_package_is_nothing_for_a_jvm" {
  command = plan
  variables {
    package  = "tests/x86_64.zip"
    platform = { runtime = "java25", handler = "any::handleRequest", architecture = "x86_64" }
  }
  expect_failures = [aws_lambda_function.this]
}
