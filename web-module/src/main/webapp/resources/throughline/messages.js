/*
 * PrimeFaces gives each message of a list the role "alert", which takes the list its items. The role belongs to the whole:
 * what is said is announced, and the list stays a list.
 */
(function () {
  function settle() {
    document.querySelectorAll('.ui-messages li[role]').forEach(function (item) {
      item.removeAttribute('role');
      item.closest('.ui-messages').setAttribute('role', 'alert');
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    settle();
    if (window.$) {
      $(document).on('pfAjaxComplete', settle);
    }
  });
})();
