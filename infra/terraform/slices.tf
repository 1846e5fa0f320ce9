# A day of trades that is too large for one run: each broker's is cut into slices by account, and each
# account's day into parts by trade, and a state machine has them compared, a few at a time. What the
# parts of an account leave is gathered when all of them are done. When all have ended well it says so;
# until then reconcile holds the run for missed, and tells.

locals {
  trades_event   = jsonencode({ job = "trades" })
  parted         = try(var.statements.parts > 1, false)
  sliced         = try(var.statements.slices > 1, false) || local.parted
  slices_at_once = 8

  slices = local.sliced ? flatten([for broker in keys(local.brokers) : [
    for index in range(var.statements.slices) : { broker = broker, index = index, of = var.statements.slices }
  ]]) : []
  parts = local.parted ? flatten([for slice in local.slices : [
    for part in range(var.statements.parts) : { broker = slice.broker, index = slice.index, part = part }
  ]]) : []

  # All parts of a run are of the books as they were when it began. Without an index they are gathered.
  slice_of  = { "broker.$" = "$$.Map.Item.Value.broker", "index.$" = "$$.Map.Item.Value.index", of = try(var.statements.slices, 1) }
  gathering = { "at.$" = "$$.Execution.StartTime", of = try(var.statements.parts, 1) }
  slice_events = {
    slice  = { job = "trades", "slice.$" = "$$.Map.Item.Value" }
    part   = { job = "trades", slice = merge(local.slice_of, { parts = merge(local.gathering, { "index.$" = "$$.Map.Item.Value.part" }) }) }
    gather = { job = "trades", slice = merge(local.slice_of, { parts = local.gathering }) }
  }
  slice_maps = merge(
    { Compare = local.parted ? ["parts", "part", "Gather"] : ["slices", "slice", "Ended"] },
    local.parted ? { Gather = ["slices", "gather", "Ended"] } : {},
  )

  # Lambda's own troubles pass; a slice that was cut or failed is compared once more.
  slice_retries = [{ ErrorEquals = ["States.ALL"], IntervalSeconds = 10, MaxAttempts = 2, BackoffRate = 3, JitterStrategy = "FULL" }]
  slice_plan    = { slices = local.slices, parts = local.parts }
}

resource "aws_sfn_state_machine" "trades" {
  count    = local.sliced ? 1 : 0
  name     = "${local.name}-trades"
  role_arn = aws_iam_role.trades[0].arn
  definition = jsonencode({
    Comment        = "Compares brokers' trades with ours, slice by slice."
    StartAt        = "Plan"
    TimeoutSeconds = 3300
    States = merge(
      { Plan = { Type = "Pass", Result = local.slice_plan, Next = "Compare" } },
      { for name, map in local.slice_maps : name => {
        Type           = "Map"
        ItemsPath      = "$.${map[0]}"
        ItemSelector   = local.slice_events[map[1]]
        MaxConcurrency = local.slices_at_once
        ResultPath     = null
        Next           = map[2]
        ItemProcessor = {
          ProcessorConfig = { Mode = "DISTRIBUTED", ExecutionType = "STANDARD" }
          StartAt         = "Slice"
          States = {
            Slice = {
              Type       = "Task"
              Resource   = "arn:aws:states:::lambda:invoke"
              Parameters = { FunctionName = module.function["reconcile"].arn, "Payload.$" = "$" }
              OutputPath = "$.Payload"
              Retry      = local.slice_retries
              End        = true
            }
          }
        }
      } },
      { Ended = {
        Type       = "Task"
        Resource   = "arn:aws:states:::lambda:invoke"
        Parameters = { FunctionName = module.function["reconcile"].arn, Payload = { job = "trades", sliced = true } }
        OutputPath = "$.Payload"
        Retry      = local.slice_retries
        End        = true
      } },
    )
  })

  lifecycle {
    precondition {
      condition     = length(jsonencode(local.slice_plan)) <= 262144
      error_message = "statements: more slices and parts than a state machine can hold; expected 256 kB of them."
    }
  }
}

resource "aws_iam_role" "trades" {
  count = local.sliced ? 1 : 0
  name  = "${local.name}-trades"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "trades" {
  count = local.sliced ? 1 : 0
  name  = "compares"
  role  = aws_iam_role.trades[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["lambda:InvokeFunction"]
        Resource = [module.function["reconcile"].arn]
      },
      {
        # A distributed map starts each of its items as an execution of its own machine.
        Effect   = "Allow"
        Action   = ["states:StartExecution"]
        Resource = ["arn:aws:states:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:stateMachine:${local.name}-trades"]
      },
    ]
  })
}

resource "aws_cloudwatch_metric_alarm" "trades" {
  count               = local.sliced ? 1 : 0
  alarm_name          = "${local.name}-trades"
  alarm_description   = "Slices of brokers' trades could not be compared."
  namespace           = "AWS/States"
  metric_name         = "ExecutionsFailed"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.trades[0].arn }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alerts.topics
  ok_actions          = var.alerts.topics
}
