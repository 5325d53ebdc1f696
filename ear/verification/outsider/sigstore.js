// Checks a checkpoint and a record's inclusion with sigstore's own verifier, unchanged.
// Usage: node sigstore.js FOLDER, in which lie key, key.pem, checkpoint, entry.json, inclusion.json.
'use strict';

const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint');
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle');

const read = name => fs.readFileSync(path.join(process.argv[2], name), 'utf8');
const entry = JSON.parse(read('entry.json'));
const inclusion = JSON.parse(read('inclusion.json'));
const [name, id] = read('key').trim().split('+');

const logged = {
  canonicalizedBody: Buffer.from(entry.content, 'utf8'),
  inclusionProof: {
    logIndex: String(inclusion.index),
    treeSize: String(inclusion.size),
    hashes: inclusion.path.map(hash => Buffer.from(hash, 'base64')),
    checkpoint: { envelope: read('checkpoint') },
  },
};
const log = {
  baseURL: name,
  logID: Buffer.from(id, 'hex'),
  publicKey: crypto.createPublicKey(read('key.pem')),
};
const checkpoint = verifyCheckpoint(logged, [log]);
verifyMerkleInclusion(logged, checkpoint);
console.log(`record ${inclusion.index} is in the tree of ${checkpoint.logSize}`);
