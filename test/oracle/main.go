// Says of files what BuildKit and Compose say of them: tasks on standard input, answers on standard output, one JSON object a line.
//
//	{"kind":"dockerfile","path":"/src/Dockerfile"}   instructions, checks and errors
//	{"kind":"compose","path":"/src/compose.yaml"}    the verdict and the loaded model
//
// With -times N it reads every file N times instead, and tells how long that took.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/sirupsen/logrus"
)

const longestTask = 1 << 20

type task struct {
	Kind string `json:"kind"`
	Path string `json:"path"`
}

type answer struct {
	Path       string          `json:"path"`
	Dockerfile *dockerfileView `json:"dockerfile,omitempty"`
	Compose    *composeView    `json:"compose,omitempty"`
	Failure    string          `json:"failure,omitempty"` // the judge itself failed: no verdict
}

func main() {
	times := flag.Int("times", 0, "read every file this often and tell how long it took")
	flag.Parse()
	logrus.SetOutput(io.Discard)
	if err := run(*times, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

func run(times int, in io.Reader, out io.Writer) error {
	tasks := bufio.NewScanner(in)
	tasks.Buffer(nil, longestTask)
	answers := json.NewEncoder(out)
	var measured []task
	for tasks.Scan() {
		var one task
		if err := json.Unmarshal(tasks.Bytes(), &one); err != nil {
			return fmt.Errorf("not a task: %w", err)
		}
		if times > 0 {
			measured = append(measured, one)
		} else if err := answers.Encode(judge(one)); err != nil {
			return err
		}
	}
	if err := tasks.Err(); err != nil || times == 0 {
		return err
	}
	timing, err := measure(measured, times)
	if err != nil {
		return err
	}
	return answers.Encode(timing)
}

func judge(one task) (verdict answer) {
	verdict.Path = one.Path
	defer func() {
		if fault := recover(); fault != nil {
			verdict.Failure = fmt.Sprint("panic: ", fault)
		}
	}()
	switch one.Kind {
	case "dockerfile":
		text, err := os.ReadFile(one.Path)
		if err != nil {
			verdict.Failure = err.Error()
			return verdict
		}
		verdict.Dockerfile = readDockerfile(one.Path, text)
	case "compose":
		verdict.Compose = readCompose(one.Path)
	default:
		verdict.Failure = fmt.Sprintf("%q is no kind of file", one.Kind)
	}
	return verdict
}
