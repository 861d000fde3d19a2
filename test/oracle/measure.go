// How fast BuildKit's parser reads Dockerfiles, each as far as its instructions are understood, and Compose loads projects.
package main

import (
	"bytes"
	"os"
	"runtime"
	"time"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

type timing struct {
	Files   int     `json:"files"`
	Bytes   int     `json:"bytes"`
	Seconds float64 `json:"seconds"` // of one pass over all files, the fastest one
	Memory  uint64  `json:"memory"`  // bytes that the process has from the system at the end
}

func measure(tasks []task, times int) (timing, error) {
	var result timing
	var texts [][]byte
	for _, one := range tasks {
		text, err := os.ReadFile(one.Path)
		if err != nil {
			return result, err
		}
		texts = append(texts, text)
		result.Bytes += len(text)
	}
	result.Files = len(texts)
	for pass := range times {
		began := time.Now()
		for index, text := range texts {
			if tasks[index].Kind == "compose" {
				_ = readCompose(tasks[index].Path)
			} else {
				understand(text)
			}
		}
		if took := time.Since(began).Seconds(); pass == 0 || took < result.Seconds {
			result.Seconds = took
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	result.Memory = memory.Sys
	return result, nil
}

func understand(text []byte) {
	tree, err := parser.Parse(bytes.NewReader(text))
	if err != nil {
		return
	}
	quiet := linter.New(&linter.Config{})
	_, _, _ = instructions.Parse(tree.AST, quiet)
}
