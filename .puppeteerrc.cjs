// The browser comes from the machine (test/setup finds or installs one), never from this package.
module.exports = { skipDownload: true };
