#!/bin/sh
# Writes a mechanism of 26 duties to standard output: with the shipped ones, 60 are in force.
set -eu
cat <<'YAML'
mechanism: bench
version: 1
name: {zh-Hans: 测速, en: Bench}
in-force: {since: 2020-01-01, until: 2030-12-31, published: 2020-01-01}
sources: [{regulation: 测速}]
duties:
YAML
for i in $(seq 1 26); do
    set -- committee_meeting theme_day general_meeting lesson group_meeting youth_study
    shift $((i % 6))
    cat <<YAML
  - duty: bench-$i
    name: {zh-Hans: 测速 $i, en: Bench $i}
    basis: {regulation: 测速}
    owed-by: {organizations: [branch]}
    every: $([ $((i % 3)) = 0 ] && echo quarter || echo month)
    need: 1
    counts: {fact: activity, where: [{field: kinds, contains: $1}, {field: present, min: $((i % 12))}]}
    grace: {working-days: 5}
YAML
done
