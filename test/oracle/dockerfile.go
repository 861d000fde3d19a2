// A Dockerfile as BuildKit's parser reads it.
package main

import (
	"bytes"
	"errors"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

type dockerfileView struct {
	Instructions []instruction `json:"instructions"` // null where the file cannot be read at all
	Error        *refusal      `json:"error"`
	Checks       []check       `json:"checks"`
}

type instruction struct {
	Keyword  string       `json:"keyword"` // as it is written
	Start    int          `json:"start"`   // lines, from 1, both inside
	End      int          `json:"end"`
	Flags    []string     `json:"flags"`
	JSON     []string     `json:"json"` // elements of the exec form; null in shell form
	Heredocs []heredoc    `json:"heredocs"`
	Trigger  *instruction `json:"trigger"` // of ONBUILD; it has no heredocs of its own
}

// refusal is the first thing that BuildKit stops at.
type refusal struct {
	Message string `json:"message"`
	Line    int    `json:"line"` // from 1; 0: it is about no line
}

type heredoc struct {
	Name      string `json:"name"`
	Expand    bool   `json:"expand"`
	StripTabs bool   `json:"stripTabs"`
	Content   string `json:"content"`
}

func readDockerfile(path string, text []byte) *dockerfileView {
	view := &dockerfileView{Checks: []check{}}
	tree, err := parser.Parse(bytes.NewReader(text))
	if err != nil {
		view.Error = refused(err)
		return view
	}
	for _, node := range tree.AST.Children {
		view.Instructions = append(view.Instructions, understood(node))
	}
	view.build(path, text)
	return view
}

func understood(node *parser.Node) instruction {
	one := instruction{Keyword: node.Value, Start: node.StartLine, End: node.EndLine, Flags: node.Flags}
	for _, each := range node.Heredocs {
		one.Heredocs = append(one.Heredocs, heredoc{each.Name, each.Expand, each.Chomp, each.Content})
	}
	if node.Next != nil && len(node.Next.Children) > 0 {
		trigger := understood(node.Next.Children[0])
		one.Trigger = &trigger
	}
	if node.Attributes["json"] {
		one.JSON = []string{}
		element := node.Next
		if element != nil && strings.EqualFold(node.Value, "healthcheck") {
			element = element.Next // its type stands in front of the array
		}
		for ; element != nil; element = element.Next {
			one.JSON = append(one.JSON, element.Value)
		}
	}
	return one
}

func refused(err error) *refusal {
	var located *parser.LocationError
	if errors.As(err, &located) && len(located.Locations) > 0 && len(located.Locations[0]) > 0 {
		return &refusal{err.Error(), located.Locations[0][0].Start.Line}
	}
	return &refusal{err.Error(), 0}
}
