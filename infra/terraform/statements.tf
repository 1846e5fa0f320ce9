# Where brokers' files are laid down, as BROKER/YYYY-MM-DD/FILE, and reconcile reads them. Who lays
# them down mounts it too, from a subnet and a security group of his own.

locals {
  statements_path = "/mnt/statements"
}

resource "aws_efs_file_system" "statements" {
  count     = var.statements ? 1 : 0
  encrypted = true
  tags      = { Name = "${local.name}-statements" }
}

resource "aws_efs_backup_policy" "statements" {
  count          = var.statements ? 1 : 0
  file_system_id = aws_efs_file_system.statements[0].id
  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_access_point" "statements" {
  count          = var.statements ? 1 : 0
  file_system_id = aws_efs_file_system.statements[0].id
  posix_user {
    uid = 1000
    gid = 1000
  }
  root_directory {
    path = "/statements"
    creation_info {
      owner_uid   = 1000
      owner_gid   = 1000
      permissions = "0750"
    }
  }
}

resource "aws_security_group" "statements" {
  count       = var.statements ? 1 : 0
  name        = "${local.name}-statements"
  description = "The file system of statements."
  vpc_id      = aws_vpc.this[0].id
}

resource "aws_vpc_security_group_ingress_rule" "statements" {
  count                        = var.statements ? 1 : 0
  security_group_id            = aws_security_group.statements[0].id
  description                  = "From the functions."
  referenced_security_group_id = aws_security_group.functions[0].id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
}

resource "aws_vpc_security_group_egress_rule" "statements" {
  count                        = var.statements ? 1 : 0
  security_group_id            = aws_security_group.functions[0].id
  description                  = "To the file system."
  referenced_security_group_id = aws_security_group.statements[0].id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
}

resource "aws_efs_mount_target" "statements" {
  for_each        = toset(var.statements ? local.zones : [])
  file_system_id  = aws_efs_file_system.statements[0].id
  subnet_id       = aws_subnet.private[each.key].id
  security_groups = [aws_security_group.statements[0].id]
}
