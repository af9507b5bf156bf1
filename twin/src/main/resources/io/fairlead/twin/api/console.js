(function () {
  if (!window.EventSource) return;
  var due = null;
  function refresh() {
    due = null;
    fetch(location.href, { cache: 'no-store' }).then(function (r) { return r.text(); }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
      var main = document.querySelector('main');
      var typing = document.activeElement && document.activeElement.tagName === 'INPUT';
      if (fresh && main && !typing) main.replaceWith(fresh);
    }).catch(function () {});
  }
  var stream = new EventSource('/v1/stream?kind=mark,slash,request,operator');
  stream.addEventListener('fact', function () { if (due === null) due = setTimeout(refresh, 700); });
  stream.onopen = function () { document.documentElement.dataset.live = 'yes'; refresh(); };
  stream.onerror = function () { document.documentElement.dataset.live = 'no'; };
})();
