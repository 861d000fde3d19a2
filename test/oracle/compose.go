// A Compose project as Compose loads it: every profile, no environment but the project's own `.env`.
package main

import (
	"context"
	"encoding/json"
	"path/filepath"

	"github.com/compose-spec/compose-go/v2/cli"
)

type composeView struct {
	Error string          `json:"error,omitempty"` // why it is refused
	Model json.RawMessage `json:"model,omitempty"`
}

func readCompose(path string) *composeView {
	options, err := cli.NewProjectOptions([]string{path},
		cli.WithWorkingDirectory(filepath.Dir(path)),
		cli.WithName("oracle"),
		cli.WithEnvFiles(),
		cli.WithDotEnv,
		cli.WithProfiles([]string{"*"}),
		cli.WithoutEnvironmentResolution,
	)
	if err != nil {
		return &composeView{Error: err.Error()}
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return &composeView{Error: err.Error()}
	}
	model, err := project.MarshalJSON()
	if err != nil {
		return &composeView{Error: err.Error()}
	}
	return &composeView{Model: model}
}
