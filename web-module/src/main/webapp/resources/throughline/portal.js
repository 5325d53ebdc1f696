/* Called by Faces for each push about the rollout that is shown; rolloutMoved is the page's own remote command. */
function rolloutPushed(message) {
  if (message === 'moved') {
    rolloutMoved();
  }
}
