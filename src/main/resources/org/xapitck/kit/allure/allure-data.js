// Unpacks the data of the report. Allure's application asks for a file as window.reportData[name],
// in base64, and waits for it as long as window.reportDataReady is false.
(function () {
  'use strict';
  window.reportDataReady = false;

  function bytesOf(base64) {
    return Uint8Array.from(atob(base64), function (c) { return c.charCodeAt(0); });
  }

  function base64Of(bytes) {
    var text = '';
    // 32768 arguments: more would overflow the stack of some browsers
    for (var i = 0; i < bytes.length; i += 32768) {
      text += String.fromCharCode.apply(null, bytes.subarray(i, i + 32768));
    }
    return btoa(text);
  }

  // names and contents take turns, each with its length in front
  function filesIn(buffer) {
    var view = new DataView(buffer);
    var files = new Map();
    var at = 0;
    function next() {
      var length = view.getUint32(at);
      var block = new Uint8Array(buffer, at + 4, length);
      at += 4 + length;
      return block;
    }
    while (at < buffer.byteLength) {
      var name = new TextDecoder().decode(next());
      files.set(name, next());
    }
    return files;
  }

  function complain(sentence) {
    document.getElementById('content').textContent = sentence;
  }

  if (typeof DecompressionStream === 'undefined') {
    complain('This browser is too old for the report; a version of 2023 or later opens it.');
    return;
  }
  var packed = document.getElementById('report-data');
  var stream = new Blob([bytesOf(packed.textContent)]).stream();
  new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer().then(
    function (buffer) {
      var files = filesIn(buffer);
      window.reportData = new Proxy({}, {
        get: function (target, name) {
          return files.has(name) ? base64Of(files.get(name)) : undefined;
        }
      });
      packed.remove();
      window.reportDataReady = true;
    },
    function (reason) { complain('The data of this report is damaged: ' + reason); });
  // until then the application must know that there is data to wait for
  window.reportData = {};
})();
