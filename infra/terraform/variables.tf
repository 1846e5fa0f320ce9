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
  description = "Who may call: the IAM user id (AIDA..., or AROA...:session) that API Gateway reports, the tenant it acts for, and its accounts, and whether it may halt trading and take part in a resume; a resume takes two of those."
  type = list(object({
    principal = string
    tenant    = string
    accounts  = list(string)
    may_halt  = optional(bool, false)
  }))
  default = []
  validation {
    condition     = alltrue([for c in var.callers : length(c.accounts) > 0])
    error_message = "callers: expected at least one account for each."
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

variable "release" {
  description = "Which release this is, a number that grows with each, and the lowest that may still send once it runs."
  type        = object({ number = number, minimum = number })
  default     = { number = 0, minimum = 0 }
  validation {
    condition     = var.release.number >= var.release.minimum && var.release.minimum >= 0
    error_message = "release: expected a minimum from 0 up to its own number."
  }
}

variable "webhook_senders" {
  description = "Brokers whose webhooks are taken; each gets a secret for its signing keys."
  type        = set(string)
  default     = []
  validation {
    condition     = alltrue([for s in var.webhook_senders : can(regex("^[a-z][a-z0-9-]*$", s))])
    error_message = "webhook_senders: expected names of brokers."
  }
}

variable "email" {
  description = "Who gets alerts by e-mail, and from which address, whose identity SES has verified; nobody does without."
  type        = object({ from = string, to = list(string) })
  default     = null

  validation {
    condition     = try(can(regex("^[^@]+@[^@]+$", var.email.from)) && length(var.email.to) > 0, var.email == null)
    error_message = "email needs an address in from and at least one in to."
  }
}

variable "slack" {
  description = "Whether alerts go to Slack too; its secret must then have a value."
  type        = bool
  default     = true
}

variable "alarm_topics" {
  description = "SNS topics that hear of trouble with primegate itself."
  type        = list(string)
  default     = []
}

variable "log_retention_days" {
  description = "How long the functions' logs are kept; what must be kept for years is in the table."
  type        = number
  default     = 90
}

variable "deletion_protection" {
  description = "Whether the table refuses to be deleted."
  type        = bool
  default     = true
}
