# What no plan is made of.

mock_provider "aws" {
  override_during = plan
  source          = "./tests/mocks"
}

mock_provider "aws" {
  alias           = "us_east_1"
  override_during = plan
  source          = "./tests/mocks"
}

variables {
  # None: what a test plans must not depend on what was built.
  packages    = "tests"
  environment = "test"
}

run "what_cannot_be_is_refused" {
  command = plan
  variables {
    architecture       = "mips"
    runtime            = "nodejs22.x"
    callers            = [{ principal = "AIDAEXAMPLE", tenant = "fund", accounts = ["main"], roles = ["root"] }]
    brokers            = ["nobody"]
    webhook_senders    = { one = { scheme = "unsigned" } }
    settings           = { order-submit = { PRIMEGATE_BROKER_FALCONX_SECRET = "other" } }
    rollout            = "Soon"
    statements         = { slices = 0 }
    max_order_notional = 0
    release            = { number = 1, minimum = 2 }
    retention          = { log_days = 2 }
    network            = null
  }
  expect_failures = [
    var.architecture, var.runtime, var.callers, var.brokers, var.webhook_senders, var.settings, var.rollout,
    var.statements, var.max_order_notional, var.release, var.retention,
  ]
}

run "a_caller_without_accounts_is_refused" {
  command = plan
  variables {
    callers = [{ principal = "AIDAEXAMPLE", tenant = "fund", accounts = [], roles = ["read"] }]
  }
  expect_failures = [var.callers]
}

run "parts_that_cannot_be_are_refused" {
  command = plan
  variables {
    statements = { parts = 1.5 }
  }
  expect_failures = [var.statements]
}

run "more_parts_than_a_machine_holds_are_refused" {
  command = plan
  variables {
    statements = { slices = 1000, parts = 2 }
  }
  expect_failures = [aws_sfn_state_machine.trades]
}
