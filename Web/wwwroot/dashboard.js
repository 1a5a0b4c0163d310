// What the server has to know of the browser, and what the browser is to remember.
const key = 'uptimesquirrel.appearance';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
let stop = () => { };

export function meet(viewer) {
    const tell = () => viewer.invokeMethodAsync('Tell', document.visibilityState === 'visible', dark.matches);
    document.addEventListener('visibilitychange', tell);
    dark.addEventListener('change', tell);
    stop = () => {
        document.removeEventListener('visibilitychange', tell);
        dark.removeEventListener('change', tell);
    };
    return {
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        appearance: read(),
        prefersDark: dark.matches,
        isLooking: document.visibilityState === 'visible',
    };
}

export function remember(appearance) {
    // Storage may be forbidden; then the choice holds until the page is left.
    try { localStorage.setItem(key, appearance); } catch { }
}

export function leave() {
    stop();
}

function read() {
    try { return localStorage.getItem(key); } catch { return null; }
}
