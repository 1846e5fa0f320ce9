variable "region" {
  description = "Where everything is; near the brokers' own."
  type        = string
  default     = "us-east-1"
}

variable "environment" {
  description = "Which installation this is; part of every name, and of every page."
  type        = string
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,15}$", var.environment))
    error_message = "environment: expected 2 to 16 of a-z, 0-9 and -, beginning with a letter."
  }
}

variable "packages" {
  description = "The folder of the functions, each with target/function.zip."
  type        = string
  default     = "../../functions"
}

variable "runtime" {
  description = "What runs the functions: provided.al2023 for those compiled natively, java25 for those of a JVM."
  type        = string
  default     = "provided.al2023"
  validation {
    condition     = contains(["provided.al2023", "java25"], var.runtime)
    error_message = "runtime: expected provided.al2023 or java25."
  }
}

variable "architecture" {
  description = "What the functions were compiled for."
  type        = string
  default     = "arm64"
  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "architecture: expected arm64 or x86_64."
  }
}

variable "callers" {
  description = "Who may call: the IAM user id (AIDA..., or AROA...:session) that API Gateway reports, or jwt: and a token's subject; the tenant it acts for, its accounts, and its roles: read, trade, operate (halt), approve (take part in a resume, which takes two), books."
  type = list(object({
    principal = string
    tenant    = string
    accounts  = list(string)
    roles     = set(string)
  }))
  default = []
  validation {
    condition     = alltrue([for c in var.callers : length(c.accounts) > 0])
    error_message = "callers: expected at least one account for each."
  }
  validation {
    condition     = alltrue([for c in var.callers : length(c.roles) > 0 && length(setsubtract(c.roles, ["read", "trade", "operate", "approve", "books"])) == 0])
    error_message = "callers: expected roles of read, trade, operate, approve and books, and at least one for each."
  }
  validation {
    condition     = length(distinct([for c in var.callers : c.principal])) == length(var.callers)
    error_message = "callers: expected each principal once."
  }
}

variable "brokers" {
  description = "The brokers that are used, by their folders' names; null for all."
  type        = set(string)
  default     = null
  validation {
    condition     = var.brokers == null ? true : length(var.brokers) > 0 && alltrue([for b in var.brokers : fileexists("${path.module}/../../shared/brokers/${b}/broker.json")])
    error_message = "brokers: expected names of folders in shared/brokers."
  }
}

variable "broker_settings" {
  description = "Settings of brokers, by broker and name: outside production each needs the url and feed_url of its sandbox."
  type        = map(map(string))
  default     = {}
  validation {
    condition     = alltrue(flatten([for s in values(var.broker_settings) : [for name in keys(s) : can(regex("^[a-z][a-z_]*$", name)) && name != "secret"]]))
    error_message = "broker_settings: expected names such as url and feed_url; secrets are named by the environment."
  }
  validation {
    condition     = alltrue([for b in keys(var.broker_settings) : fileexists("${path.module}/../../shared/brokers/${b}/broker.json") && (var.brokers == null ? true : contains(var.brokers, b))])
    error_message = "broker_settings: expected brokers that are used."
  }
}

variable "max_order_notional" {
  description = "The most one order may be worth, in USD, once an account's ramp is lifted; before, 1000."
  type        = number
  default     = 10000
  validation {
    condition     = var.max_order_notional > 0
    error_message = "max_order_notional: expected a number above zero."
  }
}

variable "settings" {
  description = "Further settings by deployment and name, such as order-submit's PRIMEGATE_RISK_MAX_LONG, or PRIMEGATE_PROPERTIES for lines of what no such name can spell; what Terraform itself sets it cannot change."
  type        = map(map(string))
  default     = {}
  validation {
    condition     = alltrue([for f in keys(var.settings) : contains(["order-submit", "webhook-ingest", "broker-feeds", "reconcile", "alert-router"], f)])
    error_message = "settings: expected order-submit, webhook-ingest, broker-feeds, reconcile or alert-router."
  }
  validation {
    condition     = alltrue(flatten([for s in values(var.settings) : [for name in keys(s) : can(regex("^[A-Z][A-Z0-9_]*$", name)) && !can(regex("_SECRET$|_KEYS$", name))]]))
    error_message = "settings: expected names as an environment has them; which secret a function has is decided here."
  }
}

variable "release" {
  description = "Which release this is, a number that grows with each, and the lowest that may still send once it runs."
  type        = object({ number = number, minimum = number })
  default     = { number = 0, minimum = 0 }
  validation {
    condition     = var.release.number >= var.release.minimum && var.release.minimum >= 0
    error_message = "release: expected a minimum from 0 up to its own number."
  }
}

variable "rollout" {
  description = "How calls move to a new version: AllAtOnce, Canary10Percent5Minutes, Linear10PercentEvery1Minute and so on, as CodeDeploy names them."
  type        = string
  default     = "Canary10Percent5Minutes"
  validation {
    condition     = can(regex("^(AllAtOnce|Canary10Percent(5|10|15|30)Minutes|Linear10PercentEvery(1|2|3|10)Minutes?)$", var.rollout))
    error_message = "rollout: expected one of CodeDeploy's for Lambda, without CodeDeployDefault.Lambda."
  }
}

variable "webhook_senders" {
  description = "Who else than the brokers that say so in broker.json may send webhooks: each with how it signs (as in functions/webhook-ingest/README.md), where it publishes its keys if it does, and whether its news is only a hint. Those that publish none get a secret."
  type = map(object({
    scheme = optional(string, "standard-webhooks")
    keys   = optional(string)
    hint   = optional(bool, false)
  }))
  default = {}
  validation {
    condition     = alltrue([for s in keys(var.webhook_senders) : can(regex("^[a-z][a-z0-9-]*$", s))])
    error_message = "webhook_senders: expected names of brokers."
  }
  validation {
    condition     = alltrue([for s in values(var.webhook_senders) : s.scheme != "unsigned" || s.hint])
    error_message = "webhook_senders: whoever signs nothing can only hint."
  }
}

variable "alerts" {
  description = "Whom alerts go to: PagerDuty and Slack (their secrets must then have values), e-mail from an address whose identity SES has verified, and SNS topics that hear of trouble with primegate itself."
  type = object({
    pagerduty = optional(bool, true)
    slack     = optional(bool, true)
    email     = optional(object({ from = string, to = list(string) }))
    topics    = optional(list(string), [])
  })
  default = {}
  validation {
    condition     = var.alerts.email == null ? true : can(regex("^[^@]+@[^@]+$", var.alerts.email.from)) && length(var.alerts.email.to) > 0
    error_message = "alerts: email needs an address in from and at least one in to."
  }
  validation {
    condition     = alltrue([for t in var.alerts.topics : startswith(t, "arn:")])
    error_message = "alerts: topics are ARNs."
  }
}

variable "objectives" {
  description = "Horizons: the milliseconds from an order's arrival to its answer that 95 of 100 orders keep, for each broker (horizon_ms where it has none of its own) and for each desk that has one. Five minutes in a row beyond it ring."
  type = object({
    horizon_ms = optional(number, 1000)
    brokers    = optional(map(number), {})
    desks      = optional(map(number), {})
  })
  default = {}
  validation {
    condition     = alltrue([for ms in concat([var.objectives.horizon_ms], values(var.objectives.brokers), values(var.objectives.desks)) : ms > 0])
    error_message = "objectives: a horizon is longer than nothing."
  }
  validation {
    condition     = alltrue([for b in keys(var.objectives.brokers) : fileexists("${path.module}/../../shared/brokers/${b}/broker.json")])
    error_message = "objectives: expected names of folders in shared/brokers."
  }
  validation {
    condition     = alltrue([for d in keys(var.objectives.desks) : !strcontains(d, ",")])
    error_message = "objectives: a desk's name has no comma."
  }
}

variable "api" {
  description = "The OMS's way in: a domain per door (iam, jwt, webhooks) with its certificate and, for mutual TLS, a truststore (s3://...); the issuer and audience of tokens, where some callers have no IAM identity; how many requests pass in a second; and whether a web firewall stands before the webhooks."
  type = object({
    domains = optional(map(object({ name = string, certificate = string, truststore = optional(string) })), {})
    jwt     = optional(object({ issuer = string, audience = string, scope = optional(string, "orders:submit") }))
    rate    = optional(number, 100)
    burst   = optional(number, 50)
    waf     = optional(bool, false)
  })
  default = {}
  validation {
    condition     = alltrue([for door in keys(var.api.domains) : contains(["iam", "jwt", "webhooks"], door)])
    error_message = "api: domains are of the doors iam, jwt and webhooks."
  }
  validation {
    condition     = var.api.jwt == null ? true : startswith(var.api.jwt.issuer, "https://")
    error_message = "api: an issuer is an https address."
  }
  validation {
    condition     = alltrue([for d in values(var.api.domains) : d.truststore == null ? true : startswith(d.truststore, "s3://")])
    error_message = "api: a truststore is in S3: s3://bucket/key."
  }
}

variable "network" {
  description = "A network of its own, from which brokers are called by fixed addresses that they can allow: its range and in how many zones it stands, each with an address. Null for none."
  type        = object({ cidr = optional(string, "10.40.0.0/16"), zones = optional(number, 2) })
  default     = null
  validation {
    condition     = var.network == null ? true : can(cidrsubnet(var.network.cidr, 8, 255)) && var.network.zones >= 1 && var.network.zones <= 6
    error_message = "network: expected a range of at most /20 and 1 to 6 zones."
  }
}

variable "statements" {
  description = "A bucket where brokers' files are laid down, into how many slices by account each broker's day of trades is cut, and into how many parts the day of each account; up to 8 of them are compared at once. With one of both, each file is looked at when it comes. Null for none."
  type        = object({ slices = optional(number, 1), parts = optional(number, 1) })
  default     = null
  validation {
    condition     = var.statements == null ? true : var.statements.slices >= 1 && var.statements.slices <= 1000 && floor(var.statements.slices) == var.statements.slices
    error_message = "statements: expected 1 to 1000 slices."
  }
  validation {
    condition     = var.statements == null ? true : var.statements.parts >= 1 && var.statements.parts <= 1000 && floor(var.statements.parts) == var.statements.parts
    error_message = "statements: expected 1 to 1000 parts."
  }
}

variable "tracing" {
  description = "Whether AWS X-Ray samples calls."
  type        = bool
  default     = false
}

variable "retention" {
  description = "For how many days logs are kept, and for how many years who did what in the account is kept where nobody can change it; 0 for no such trail."
  type        = object({ log_days = optional(number, 90), audit_years = optional(number, 0) })
  default     = {}
  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.retention.log_days) && var.retention.audit_years >= 0
    error_message = "retention: expected days that CloudWatch knows (1, 3, 5, 7, 14, 30, 60, 90, 180, 365, ... 3653)."
  }
}

variable "deletion_protection" {
  description = "Whether the table refuses to be deleted, and what is audited cannot be, even by the account's owner, before its time."
  type        = bool
  default     = true
}
