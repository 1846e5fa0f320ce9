# What the probe may and may not.

mock_provider "aws" {
  override_during = plan
  mock_data "aws_region" {
    defaults = { name = "eu-west-2" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::000000000000:role/a-role" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-2:000000000000:log-group:probe" }
  }
}

variables {
  package = "tests/not-built.jar"
}

run "it_says_from_where_it_measured" {
  command = plan
  assert {
    condition     = jsondecode(aws_lambda_invocation.this.input).region == "eu-west-2" && strcontains(aws_lambda_function.this.function_name, "eu-west-2")
    error_message = "reports of two regions cannot be told apart"
  }
}

run "it_writes_its_log_and_nothing_else" {
  command = plan
  assert {
    condition     = jsondecode(aws_iam_role_policy.logs.policy).Statement[0].Resource == "arn:aws:logs:eu-west-2:000000000000:log-group:probe:*" && length(jsondecode(aws_iam_role_policy.logs.policy).Statement) == 1
    error_message = "a probe needs no right"
  }
}

run "more_than_it_has_time_for_is_refused" {
  command         = plan
  expect_failures = [var.samples]
  variables {
    samples = 201
  }
}
