// Checks what the server serves of its audit trail with Go's own packages for transparency logs, unchanged.
//
// Usage: main FOLDER, in which lie key, former (a checkpoint), checkpoint, entry.json, inclusion.json, consistency.json.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	log.SetFlags(0)
	folder := os.Args[1]

	verifier, err := note.NewVerifier(strings.TrimSpace(read(folder, "key")))
	check(err)
	former, formerRoot := checkpoint(read(folder, "former"), verifier)
	size, root := checkpoint(read(folder, "checkpoint"), verifier)

	var entry struct {
		Index   int64
		Content string
	}
	var inclusion struct {
		Index, Size int64
		Path        []string
	}
	var consistency struct {
		From, To int64
		Path     []string
	}
	check(json.Unmarshal([]byte(read(folder, "entry.json")), &entry))
	check(json.Unmarshal([]byte(read(folder, "inclusion.json")), &inclusion))
	check(json.Unmarshal([]byte(read(folder, "consistency.json")), &consistency))
	if inclusion.Size != size || consistency.From != former || consistency.To != size || entry.Index != inclusion.Index {
		log.Fatal("the proofs are of other sizes than the checkpoints")
	}

	leaf := tlog.RecordHash([]byte(entry.Content))
	check(tlog.CheckRecord(hashes(inclusion.Path), size, root, entry.Index, leaf))
	check(tlog.CheckTree(hashes(consistency.Path), size, root, former, formerRoot))
	fmt.Printf("record %d is in the tree of %d, which continues the tree of %d\n", entry.Index, size, former)
}

func checkpoint(text string, verifier note.Verifier) (int64, tlog.Hash) {
	opened, err := note.Open([]byte(text), note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	return size, hash(lines[2])
}

func hashes(texts []string) []tlog.Hash {
	all := make([]tlog.Hash, len(texts))
	for i, text := range texts {
		all[i] = hash(text)
	}
	return all
}

func hash(text string) tlog.Hash {
	bytes, err := base64.StdEncoding.DecodeString(text)
	check(err)
	var hash tlog.Hash
	if copy(hash[:], bytes) != tlog.HashSize {
		log.Fatal("a hash of another length: " + text)
	}
	return hash
}

func read(folder, name string) string {
	bytes, err := os.ReadFile(filepath.Join(folder, name))
	check(err)
	return string(bytes)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
