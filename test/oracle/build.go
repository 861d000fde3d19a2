// What BuildKit says when it turns a Dockerfile into a build: its checks, and what it refuses. No registry is asked.
package main

import (
	"context"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/solver/pb"
	"github.com/opencontainers/go-digest"
)

type check struct {
	Rule    string `json:"rule"`
	Line    int    `json:"line"`
	Message string `json:"message"`
}

// build looks at every stage, also at those that the last one does not need.
func (view *dockerfileView) build(path string, text []byte) {
	capabilities := pb.Caps.CapSet(pb.Caps.All())
	source := llb.NewSourceMap(nil, path, "Dockerfile", text)
	source.Definition = &llb.Definition{}
	results, err := dockerfile2llb.DockerfileLint(context.Background(), text, dockerfile2llb.ConvertOpt{
		SourceMap:    source,
		MetaResolver: emptyImages{},
		LLBCaps:      &capabilities,
	})
	if err != nil {
		view.Error = refused(err)
		return
	}
	if results.Error != nil {
		view.Error = &refusal{results.Error.Message, firstLine(&results.Error.Location)}
	}
	for _, warning := range results.Warnings {
		view.Checks = append(view.Checks, check{warning.RuleName, firstLine(warning.Location), warning.Detail})
	}
}

func firstLine(location *pb.Location) int {
	if location == nil || len(location.Ranges) == 0 || location.Ranges[0].Start == nil {
		return 0
	}
	return int(location.Ranges[0].Start.Line)
}

// emptyImages answers for every image with a configuration that says nothing.
type emptyImages struct{}

const emptyConfiguration = `{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":[]}}`

func (emptyImages) ResolveImageConfig(_ context.Context, name string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return name, digest.FromString(emptyConfiguration), []byte(emptyConfiguration), nil
}
