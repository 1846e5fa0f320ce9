variable "name" {
  description = "Its full name, that of its role and its logs too."
  type        = string
}

variable "package" {
  description = "The zip that is deployed; one that is not there yet can be planned, not applied."
  type        = string
}

variable "platform" {
  description = "What runs the package, by which entry, on which processor."
  type        = object({ runtime = string, handler = string, architecture = string })
}

variable "memory" {
  description = "Memory in MB; the processor's share grows with it."
  type        = number
}

variable "timeout" {
  description = "After how many seconds a call is stopped."
  type        = number
  validation {
    condition     = var.timeout >= 1 && var.timeout <= 900
    error_message = "timeout: expected 1 to 900 seconds."
  }
}

variable "reserved" {
  description = "How many may run at a time; -1 for as many as the account allows."
  type        = number
  default     = -1
}

variable "settings" {
  description = "Its environment: names of things and limits, never a secret's value."
  type        = map(string)
}

variable "statements" {
  description = "What it may do: statements of a policy, each with actions and resources by name."
  type = list(object({
    Effect    = string
    Action    = list(string)
    Resource  = list(string)
    Condition = optional(map(map(string)))
  }))
}

variable "network" {
  description = "The subnets and the security groups it runs in, and a file system it sees; null for none."
  type = object({
    subnets         = list(string)
    security_groups = list(string)
  })
  default = null
}

variable "tracing" {
  description = "Whether AWS X-Ray samples its calls."
  type        = bool
  default     = false
}

variable "logs" {
  description = "For how many days its log is kept, and the key that encrypts it."
  type        = object({ days = number, key = string })
}

variable "rollout" {
  description = "Who moves calls from one version to the next, and how fast."
  type        = object({ application = string, role = string, strategy = string })
}

variable "topics" {
  description = "SNS topics that hear of its trouble."
  type        = list(string)
}

variable "failures" {
  description = "Where an event goes that it did not take, after how many more attempts, or so many seconds."
  type        = object({ queue = string, retries = number, age = number })
}
