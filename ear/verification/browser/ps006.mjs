// Plays PS006 by hand: every activity through visible controls, by the login of the person who performs it, and a picture
// of every page. Usage: node ps006.mjs URL PASSWORD FOLDER-FOR-PICTURES FOLDER-OF-THE-FLEET
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [base, password, pictures, fleet] = process.argv.slice(2);
const PATIENCE = 120_000;
const DESKTOP = { width: 1360, height: 850 };
const PHONE = { width: 390, height: 844 };
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const people = new Map();
const faults = [];
const barriers = [];

function say(text) {
  console.log(text);
}

function check(holds, text) {
  if (!holds) throw new Error(`expected: ${text}`);
}

async function newPage(viewport) {
  const context = await browser.newContext({ viewport, baseURL: base });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  return page;
}

/** The page of a person who is logged in; each person logs in once. */
async function as(name) {
  if (!people.has(name)) {
    const page = await newPage(DESKTOP);
    await page.goto('/');
    if (people.size === 0) await picture(page, 'login');
    await page.getByLabel('Username').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('Log out').waitFor();
    people.set(name, page);
  }
  return people.get(name);
}

/** Leaves a picture of the page, and notes what stands in the way of people who see or handle it differently. */
async function picture(page, name) {
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => axe.run({ runOnly: { type: 'tag', values: tags } }), STANDARDS);
  for (const violation of found.violations) {
    barriers.push(`${name}: ${violation.id} (${violation.help}): ${violation.nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
  }
}

async function visit(name, path, shot) {
  const page = await as(name);
  const answer = await page.goto(path);
  check(answer.status() === 200, `${path} answers 200, not ${answer.status()}`);
  if (shot) await picture(page, shot);
  return page;
}

async function fill(page, form, fields) {
  for (const [id, value] of Object.entries(fields)) {
    const field = page.locator(`[id="${form}:${id}"]`);
    const kind = await field.evaluate((element) => `${element.tagName} ${element.type ?? ''}`);
    if (kind.startsWith('SELECT')) await field.selectOption(value);
    else if (kind.endsWith('checkbox')) await field.setChecked(value);
    else await field.fill(String(value));
  }
}

async function send(page, form) {
  const before = page.url();
  await page.locator(`[id="${form}:go"]`).click();
  const done = page.locator('#messages .ui-messages-info');
  const refused = page.locator(`[id="${form}"] .ui-messages-error, [id="${form}"] .field-error:not(:empty)`);
  await done.or(refused).first().waitFor({ timeout: PATIENCE });
  if ((await done.count()) === 0) {
    await picture(page, `refused-${form}`);
    throw new Error(`${form} at ${before}: ${(await refused.allInnerTexts()).join('; ')}`);
  }
}

/** Does what the record's page offers. */
async function deed(name, record, verb, fields = {}, before = async () => {}) {
  const page = await as(name);
  await page.goto(record);
  await page.locator(`details[data-verb="${verb}"] > summary`).click();
  await before(page);
  await fill(page, verb, fields);
  await send(page, verb);
  say(`${name}: ${verb} ${record.split('number=')[1]} -> ${await state(page)}`);
  return page;
}

async function state(page) {
  return (await page.locator('.main .badge').first().innerText()).trim();
}

/** Reads the record again until it has the state. */
async function awaitState(name, record, wanted) {
  const page = await as(name);
  const end = Date.now() + PATIENCE;
  for (;;) {
    await page.goto(record);
    const now = await state(page);
    if (now === wanted) return page;
    check(Date.now() < end, `${record} becomes ${wanted}; it is ${now}`);
    await page.waitForTimeout(1000);
  }
}

/** Asks the demo fleet for something that happens to a host: nobody of the house does that. */
async function world(method, path, body) {
  const told = readFileSync(`${fleet}/fleet.properties`, 'utf8').replaceAll('\\:', ':');
  const url = told.match(/^control\.url=(.*)$/m)[1].trim();
  const token = told.match(/^control\.token=(.*)$/m)[1].trim();
  const answer = await fetch(`${url}/fleet/hosts/${path}`, { method, body, headers: { Authorization: `Bearer ${token}` } });
  check(answer.ok, `the fleet does ${method} ${path}; it says ${await answer.text()}`);
}

/** The host's commands begin late enough for somebody to step in. */
async function slow(host) {
  await world('PUT', `${host}/fault`, JSON.stringify({ fault: 'slow', delaySeconds: 15 }));
}

async function quick(host) {
  await world('DELETE', `${host}/fault`);
}

/** The row of a list that says this. */
function row(page, text) {
  return page.locator('.main tbody tr', { hasText: text }).first();
}

/** Reads the list of jobs again until the newest job stands so. */
async function awaitJob(page, wanted) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    await page.goto('/batch/jobs.xhtml?job=configuration-audit');
    const newest = row(page, 'configuration-audit');
    if ((await newest.locator('.badge', { hasText: new RegExp(`^${wanted}$`) }).count()) > 0) return newest;
    check(Date.now() < end, `the newest job becomes ${wanted}; it says ${await newest.innerText()}`);
    await page.waitForTimeout(500);
  }
}

function recordOf(page) {
  const url = new URL(page.url());
  return `${url.pathname}?number=${url.searchParams.get('number')}`;
}

async function linked(page, prefix) {
  const link = page.locator(`.main a:text-matches("^${prefix}-[0-9]{6}$")`).first();
  return new URL(await link.getAttribute('href'), base).pathname + new URL(await link.getAttribute('href'), base).search;
}

async function takeCall(caller, words, then) {
  const page = await visit('dana', '/contact/intake.xhtml');
  await fill(page, 'RECEIVE', {
    caller: { label: caller },
    words,
    service: { label: 'shopping-cart' },
    assessment_category: 'ordering',
    ...then,
  });
  await picture(page, 'contact-intake');
  await send(page, 'RECEIVE');
  return page;
}

// 1 and 2: the contact, and the incident that it becomes
let page = await takeCall('Anna Berg', 'Payment failed, payment failed, and on my fourth try it worked.', {
  then: 'NEW_INCIDENT',
  title: 'Orders fail at payment',
});
const incident = recordOf(page);
const number = incident.split('number=')[1];
await takeCall('Tomáš Vala', "Your shop says 'payment failed' since nine.", { then: 'LINK', incident: number });

// 3: classification and first support
await deed('dana', incident, 'CLASSIFY', { category: 'ordering', impact: 'HIGH', urgency: 'HIGH' });
await deed('dana', incident, 'SUPPORT', { text: 'Asked to try another browser and to clear the cart' });
await deed('dana', incident, 'ESCALATE', { kind: 'FUNCTIONAL', group: 'level-2', reason: 'First support did not help' });

// 6: callers are kept informed
await deed('dana', incident, 'NOTE', { text: 'We know that orders fail and are looking into it.', visibility: 'CALLER' });

// 4: diagnosis
await deed('luis', incident, 'ASSIGN', { group: 'level-2', person: { label: 'Luis Lema' } });
await deed('luis', incident, 'START_DIAGNOSIS');
await deed('luis', incident, 'RUN_PROCEDURE', { procedure: { index: 1 } });
page = await as('luis');
for (const end = Date.now() + PATIENCE; ; await page.waitForTimeout(1000)) {
  await page.goto(incident);
  if ((await page.getByText('needs patch level 4.2.8').count()) > 0 && (await page.getByText('has patch level 4.2.8').count()) > 0) break;
  check(Date.now() < end, 'the servers have answered');
}
await picture(page, 'incident-diagnosis');
await deed(
  'luis',
  incident,
  'CONCLUDE_DIAGNOSIS',
  {
    finding: "Servers on 4.2.7 do not trust the gateway's new certificate authority",
    cause: 'The payment gateway renewed its certificate authority at 09:00',
    wantedProduct: 'shopping-cart',
    wantedVersion: '4.2.8',
  },
  async (open) => {
    await open.getByRole('button', { name: 'Take the failing servers' }).click();
    await open.locator('[id="CONCLUDE_DIAGNOSIS"] input[type=checkbox]:checked').first().waitFor();
  },
);

// 5: the change
page = await deed('dana', incident, 'PLAN_RESOLUTION', {
  title: 'Shopping cart 4.2.8 on all servers',
  type: 'EMERGENCY',
  priority: 'CRITICAL',
  reason: 'Seventeen of twenty orders fail at payment',
  effectOfNotDoing: 'Customers go to another shop',
  backOutPlan: 'The package brings back the version before',
});
const change = recordOf(page);

// 7 and 8: accepted, categorized, judged
await deed('petra', change, 'ACCEPT', {
  changeClass: 'SIGNIFICANT',
  priority: 'CRITICAL',
  assessor_TECHNICAL: { label: 'Amir Azad' },
  assessor_BUSINESS: { label: 'Sofia Sund' },
});
await deed('amir', change, 'ASSESS', { perspective: 'TECHNICAL', verdict: 'RECOMMEND', text: 'Proven on three pilots' });
page = await deed('sofia', change, 'ASSESS', { perspective: 'BUSINESS', verdict: 'RECOMMEND', text: 'We lose orders every minute' });
check((await state(page)) === 'Assessed', 'the change is assessed');
await picture(page, 'change-assessed');

// 9: the authority is called by a link and signs on a phone
await deed('dana', change, 'CALL_AUTHORITY', { person: { label: 'Vera Voss' } });
page = await visit('vera', '/communication/outbox.xhtml', 'communication-outbox');
const letter = await page.locator('pre:has-text("authorize.xhtml")').first().textContent();
const phone = await newPage(PHONE);
await phone.goto(letter.match(/\/change\/authorize\.xhtml\?token=[\w-]+/)[0]);
await picture(phone, 'change-authorize-phone');
await phone.getByLabel('Username').fill('vera');
await phone.getByLabel('Password').fill(password);
await phone.getByRole('button', { name: 'Authorize' }).click();
await phone.getByText('Signed', { exact: true }).waitFor();
await picture(phone, 'change-authorize-phone-signed');
say('vera: signed on the phone');
await deed('petra', change, 'APPOINT_OWNER', { person: { label: 'Oskar Olsen' } });

// 10: Release is engaged
page = await deed('oskar', change, 'COORDINATE', { releaseManager: { label: 'René Roux' } });
await picture(page, 'change-scheduled');

// 11 and 12: the release
page = await visit('rene', `/release/list.xhtml?change=${change.split('number=')[1]}`, 'release-list');
const release = await linked(page, 'REL');
await deed('rene', release, 'ACKNOWLEDGE', { owner: { label: 'Ida Iversen' }, specialist: { label: 'Sven Sato' } });
await deed('ida', release, 'PLAN_STRATEGY', { text: 'One canary, then five, then the rest', pilots: 'ams1-cart-01' });
await visit('sven', '/release/packages.xhtml', 'release-packages');
await deed('sven', release, 'BUILD', { releasePackage: { index: 1 } });
await deed('sven', release, 'TEST', { server: { index: 1 } });
await awaitState('sven', release, 'Tested');
page = await deed('ida', release, 'ACCEPT', { text: 'Installs, verifies and goes back' });
await picture(page, 'release-accepted');

// 13: the rollout is planned in waves, and confirmed
page = await visit('ida', `/deployment/plan.xhtml?release=${release.split('number=')[1]}`, 'deployment-plan');
await send(page, 'PLAN');
const deployment = recordOf(page);
await deed('oskar', deployment, 'CONFIRM');

// 14: installed, watched live: the page moves by push, nobody reloads it
await slow('ams1-cart-01');
page = await deed('kim', deployment, 'START');
await picture(page, 'deployment-running');
page = await deed('kim', deployment, 'PAUSE', { reason: 'Is the canary well?' });
check((await state(page)) === 'Paused', 'the rollout pauses');
await picture(page, 'deployment-paused');
await quick('ams1-cart-01');
page = await deed('kim', deployment, 'RESUME');
check((await state(page)) === 'Running', 'the rollout goes on');
await page.locator('#live .badge', { hasText: /^Passed$/ }).nth(1).waitFor({ timeout: PATIENCE });
await picture(page, 'deployment-underway');
await page.locator('#live .badge', { hasText: /^Implemented$/ }).first().waitFor({ timeout: PATIENCE });
await picture(page, 'deployment-implemented');
say('kim: watched the rollout to its end by push');
await deed('petra', deployment, 'VERIFY', { text: 'All twenty answer with 4.2.8' });

// 15: review
await deed('petra', change, 'REVIEW', { text: 'Orders succeed again', desiredEffect: true, backOutWorked: true });
page = await deed('petra', change, 'CLOSE');
await picture(page, 'change-closed');

// 16: the fix is verified with the incident's own symptom, the callers are told
page = await deed('luis', incident, 'CHECK_SYMPTOM');
await deed('luis', incident, 'RESOLVE', { text: 'Twenty of twenty orders succeed', code: 'change' });
page = await deed('luis', incident, 'CLOSE', { resolutionCode: 'change', causeCode: 'certificate-authority', effortMinutes: 40 });
await picture(page, 'incident-closed');
page = await visit('dana', '/contact/callbacks.xhtml', 'contact-callbacks');
check((await page.getByText('Anna Berg').count()) > 0, 'Anna is on the call-back list');
const anna = row(page, 'Anna Berg');
await anna.locator('select').selectOption({ index: 1 });
await anna.getByRole('button').click();
await page.locator('#messages .ui-messages-info').waitFor();
check((await row(page, 'Anna Berg').count()) === 0, 'Anna was called');

// the thread holds all sixteen
page = await visit('dana', `/thread/detail.xhtml?number=${number}`, 'thread');
check((await page.locator('.thread > li.done').count()) === 16, 'all sixteen activities are performed');
await visit('dana', `/thread/detail.xhtml?number=${number}&edition=earlier`, 'thread-earlier');
check((await page.getByText('Receive and Assess User Contact').count()) === 1, "the earlier edition's words are shown");

// a job is started, stopped in the middle and started again; what it finds is decided on
await world('PUT', 'ams1-cart-02/files/shopping-cart/configuration.properties', 'discount=100\n');
await slow('ams1-cart-05');
page = await visit('olga', '/batch/jobs.xhtml');
await page.locator('details:has([id="START"]) > summary').click();
await fill(page, 'START', { job: 'configuration-audit', parameters_service: { label: 'shopping-cart' } });
await send(page, 'START');
let job = await awaitJob(page, 'Running');
await picture(page, 'batch-job-running');
await job.getByRole('button', { name: 'Stop' }).click();
await page.locator('#messages .ui-messages-info').waitFor();
await quick('ams1-cart-05');
job = await awaitJob(page, 'Stopped');
await picture(page, 'batch-job-stopped');
await job.getByRole('button', { name: 'Restart' }).click();
await page.locator('#messages .ui-messages-info').waitFor();
await awaitJob(page, 'Completed');
say('olga: stopped a job and started it again');
page = await visit('noor', '/configurationaudit/findings.xhtml', 'configuration-audit-findings');
const finding = await linked(page, 'FND');
await visit('noor', finding, 'configuration-audit-finding');
await deed('noor', finding, 'DECIDE', { decision: { index: 1 }, reason: 'Nobody asked for it' });

// a template of a standard change is drawn up by one person and signed by another
page = await visit('petra', '/change/templates.xhtml');
await page.locator('details:has([id="DRAW_UP"]) > summary').click();
await fill(page, 'DRAW_UP', {
  name: 'cart-monthly',
  title: 'Monthly patch of the shopping cart',
  service: { label: 'shopping-cart' },
  product: 'shopping-cart',
  version: '4.2.8',
  windowMinutes: 60,
  reason: 'The same every month',
});
await send(page, 'DRAW_UP');
const template = recordOf(page);
page = await deed('vera', template, 'AUTHORIZE', { password });
await picture(page, 'change-template');

// a schedule is made, looked at in the calendar and ended
page = await visit('olga', '/batch/schedules.xhtml');
await page.locator('details:has([id="SCHEDULE"]) > summary').click();
await fill(page, 'SCHEDULE', {
  job: 'configuration-audit',
  parameters_service: { label: 'shopping-cart' },
  cron: '30 2 * * *',
  zone: 'Europe/Amsterdam',
});
await send(page, 'SCHEDULE');
await picture(page, 'batch-schedules');
const schedule = await linked(page, 'SCH');
await visit('olga', '/batch/calendar.xhtml', 'batch-calendar');
await visit('olga', schedule, 'batch-schedule');
page = await deed('olga', schedule, 'END');
check((await state(page)) === 'Ended', 'the schedule is ended');

// every other page
const others = {
  dana: { home: '/', 'contact-list': '/contact/list.xhtml', 'incident-list': '/incident/list.xhtml', 'incident-new': '/incident/new.xhtml', settings: '/settings.xhtml' },
  petra: { 'home-change-manager': '/', 'change-list': '/change/list.xhtml', 'change-new': '/change/new.xhtml', 'change-templates': '/change/templates.xhtml' },
  kim: { 'deployment-list': '/deployment/list.xhtml', 'deployment-detail': deployment },
  luis: { 'procedure-list': '/procedure/list.xhtml', 'procedure-new': '/procedure/new.xhtml' },
  olga: { 'batch-jobs': '/batch/jobs.xhtml' },
  noor: { 'audit-records': '/audit/records.xhtml' },
  admin: {
    groups: '/incident/groups.xhtml', 'people-list': '/people/list.xhtml', 'people-new': '/people/new.xhtml', 'configuration-services': '/configuration/services.xhtml',
    'configuration-servers': '/configuration/servers.xhtml', 'configuration-applications': '/configuration/applications.xhtml',
    'configuration-organisations': '/configuration/organisations.xhtml', 'configuration-import': '/configuration/import.xhtml',
  },
};
for (const [name, pages] of Object.entries(others)) {
  for (const [shot, path] of Object.entries(pages)) await visit(name, path, shot);
}
page = await visit('kim', deployment);
await page.locator('a.cell').first().click();
await picture(page, 'deployment-target');
page = await visit('admin', '/configuration/services.xhtml');
const service = await linked(page, 'SVC');
await visit('admin', service, 'configuration-service');
await visit('admin', `/configuration/impact.xhtml?of=${service.split('number=')[1]}`, 'configuration-impact');
page = await visit('admin', '/configuration/servers.xhtml');
await visit('admin', await linked(page, 'SRV'), 'configuration-server');
page = await visit('luis', '/procedure/list.xhtml');
await visit('luis', await linked(page, 'PRC'), 'procedure-detail');
page = await visit('dana', '/contact/list.xhtml');
await visit('dana', await linked(page, 'CON'), 'contact-detail');
page = await visit('admin', '/people/list.xhtml');
await visit('admin', await linked(page, 'PER'), 'people-detail');
page = await visit('admin', '/incident/groups.xhtml');
await visit('admin', await linked(page, 'GRP'), 'group');
for (const kind of ['application', 'organisation']) {
  page = await visit('admin', `/configuration/${kind}s.xhtml`);
  await visit('admin', await linked(page, kind === 'application' ? 'APP' : 'ORG'), `configuration-${kind}`);
}

// servers are taken over from a file that somebody has at hand
page = await visit('admin', '/configuration/import.xhtml');
await page.locator('[id="IMPORT:format"]').selectOption('CSV');
await page.locator('[id="IMPORT:file"]').setInputFiles({
  name: 'servers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('name,address,user,site\nams1-spare-01,127.0.1.90,deploy,ams1\n'),
});
await page.locator('[id="IMPORT:go"]').click();
await page.locator('.notice.good').waitFor({ timeout: PATIENCE });
await picture(page, 'configuration-import-done');

page = await as('admin');
await page.goto('/incident/detail.xhtml?number=INC-999999');
await picture(page, 'error');
page = await visit('noor', '/audit/records.xhtml');
await page.getByRole('button', { name: 'Verify now' }).click();
await page.locator('.notice.good').waitFor({ timeout: PATIENCE });
await picture(page, 'audit-verified');

check(barriers.length === 0, `no barrier on any page:\n${barriers.join('\n')}`);
check(faults.length === 0, `no script fails: ${faults.join('; ')}`);
await browser.close();
say('PS006 was played by hand; all sixteen activities are in the thread.');
