module tinyland.dev/gf-actions/test-tools/sarif-schema

go 1.24

// Carries the OASIS schema of SARIF 2.1.0 as text; scripts/install-test-tools takes it out.
require github.com/owenrumney/go-sarif/v3 v3.3.1
