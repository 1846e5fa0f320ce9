# The least that takes an order: one caller, one broker's sandbox, Slack alone.

module "primegate" {
  source = "../.."

  environment         = "try"
  packages            = "${path.root}/../../../../functions"
  deletion_protection = false
  brokers             = ["alpaca-broker"]
  broker_settings = {
    alpaca-broker = {
      url      = "https://broker-api.sandbox.alpaca.markets"
      auth_url = "https://authx.sandbox.alpaca.markets"
    }
  }
  settings = { order-submit = { PRIMEGATE_ROUTING_BROKER = "alpaca-broker" } }
  alerts   = { pagerduty = false }
  callers  = [{ principal = "AIDAEXAMPLE", tenant = "fund", accounts = ["main"], roles = ["read", "trade", "operate"] }]
}

output "api" {
  description = "Where orders go."
  value       = module.primegate.api
}

output "secrets_to_fill" {
  description = "What needs a value before the first order."
  value       = module.primegate.secrets_to_fill
}
