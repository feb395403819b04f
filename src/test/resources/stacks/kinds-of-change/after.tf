variable "secret" {
  sensitive = true
  default   = "hunter3-Hunter3-x"
}

variable "word" {
  default = "two"
}

resource "terraform_data" "plain" {
  input = var.word
}

resource "terraform_data" "secret" {
  input = var.secret
}

resource "terraform_data" "copy" {
  input = "copied ${nonsensitive(var.secret)}"
}

resource "terraform_data" "replaced" {
  triggers_replace = var.word
  input            = "x"
}

resource "terraform_data" "before" {
  triggers_replace = var.word
  lifecycle {
    create_before_destroy = true
  }
}

moved {
  from = terraform_data.old
  to   = terraform_data.new
}

resource "terraform_data" "new" {
  input = "moved"
}

removed {
  from = terraform_data.forgotten
  lifecycle {
    destroy = false
  }
}

resource "terraform_data" "kept" {
  triggers_replace = var.word
  lifecycle {
    destroy = false
  }
}

resource "terraform_data" "each" {
  for_each = toset(["a"])
  input    = each.key
}

resource "terraform_data" "stuck" {
  input = "stuck"
}

import {
  to = terraform_data.adopted
  id = "i-1"
}

resource "terraform_data" "adopted" {
  input = "a"
}

resource "terraform_data" "created" {
  input = { size = 3, names = ["a", "b"] }
}

data "terraform_remote_state" "later" {
  backend = "local"
  config = {
    path = "${path.module}/${terraform_data.created.id}.tfstate"
  }
}

check "word" {
  assert {
    condition     = var.word == "one"
    error_message = "word must be one, not ${var.word}"
  }
}

output "word" {
  value = var.word
}

output "copied" {
  value = terraform_data.copy.output
}

output "secret" {
  value     = var.secret
  sensitive = true
}
