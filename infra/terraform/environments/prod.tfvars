# Real money. Callers, topics and domains are the fund's own: give them in a file beside this one.
environment = "prod"
rollout     = "Canary10Percent5Minutes"
network     = { zones = 2 }
statements  = {}
tracing     = true
retention   = { log_days = 365, audit_years = 7 }
