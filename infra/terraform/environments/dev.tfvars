# A sandbox, where nothing is of value and everything can be thrown away.
environment         = "dev"
deletion_protection = false
rollout             = "AllAtOnce"
retention           = { log_days = 14 }
alerts              = { pagerduty = false }
brokers             = ["alpaca-broker"]
broker_settings = {
  alpaca-broker = {
    url      = "https://broker-api.sandbox.alpaca.markets"
    auth_url = "https://authx.sandbox.alpaca.markets"
  }
}
settings = {
  order-submit = { PRIMEGATE_ROUTING_BROKER = "alpaca-broker" }
}
