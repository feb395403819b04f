variable "secret" {
  sensitive = true
  default   = "hunter2-Hunter2-x"
}

variable "word" {
  default = "one"
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

resource "terraform_data" "old" {
  input = "moved"
}

resource "terraform_data" "gone" {
  input = "gone"
}

resource "terraform_data" "forgotten" {
  input = "forgotten"
}

resource "terraform_data" "kept" {
  triggers_replace = var.word
  lifecycle {
    destroy = false
  }
}

resource "terraform_data" "each" {
  for_each = toset(["a", "b"])
  input    = each.key
}

resource "terraform_data" "stuck" {
  input = "stuck"
}

output "word" {
  value = var.word
}

output "secret" {
  value     = var.secret
  sensitive = true
}
