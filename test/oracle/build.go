// What BuildKit says when it turns a Dockerfile into a build: its checks, and what it refuses. No registry is asked.
package main

import (
	"context"
	"fmt"
	"regexp"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/solver/pb"
	"github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
)

// windowsImage finds a FROM of an image that exists for Windows only.
var windowsImage = regexp.MustCompile(`(?im)^\s*from\s.*(?:nanoserver|servercore|mcr\.microsoft\.com/windows)`)

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
	target := ocispecs.Platform{OS: "linux", Architecture: "amd64"}
	if windowsImage.Match(text) {
		target.OS = "windows"
	}
	results, err := dockerfile2llb.DockerfileLint(context.Background(), text, dockerfile2llb.ConvertOpt{
		SourceMap:      source,
		MetaResolver:   emptyImages{target.OS},
		TargetPlatform: &target,
		LLBCaps:        &capabilities,
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

// emptyImages answers for every image with a configuration that says nothing but its system.
type emptyImages struct{ system string }

const emptyConfiguration = `{"architecture":"amd64","os":%q,"config":{},"rootfs":{"type":"layers","diff_ids":[]}}`

func (images emptyImages) ResolveImageConfig(_ context.Context, name string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	configuration := fmt.Sprintf(emptyConfiguration, images.system)
	return name, digest.FromString(configuration), []byte(configuration), nil
}
