/*
 * Pushes about the rollout that is shown. A deed leads on by a redirect that says what was done; a push must not get in
 * between, or its own request would take that message with it. So a push waits while a request is under way, and is
 * dropped once the page is being left.
 */
(function () {
  let leaving = false;
  let waiting = false;

  document.addEventListener('DOMContentLoaded', function () {
    $(document).on('pfAjaxComplete', function (event, xhr, settings, args) {
      leaving = leaving || Boolean(args && args.redirect);
    });
  });

  function redraw() {
    waiting = !leaving && !PrimeFaces.ajax.Queue.isEmpty();
    if (waiting) {
      setTimeout(redraw, 200);
    } else if (!leaving) {
      rolloutMoved();
    }
  }

  /** Called by Faces for each push; rolloutMoved is the page's own remote command. */
  window.rolloutPushed = function (message) {
    if (message === 'moved' && !waiting) {
      redraw();
    }
  };
})();
