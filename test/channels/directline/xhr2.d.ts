declare module 'xhr2' {
  export default XMLHttpRequest;
}
